# What cannot be set up, and what is not approved in time.
page alice> schedule nobody 10.00 EUR weekly from 2026-03-03
answer> refused refused-payee_unknown to=@nobody
page alice> schedule b,b 10.00 EUR weekly from 2026-03-03
answer> refused refused-handle_bad
page alice> schedule alice 10.00 EUR weekly from 2026-03-03
answer> refused refused-recipient_self
page alice> schedule bob 0.00 EUR weekly from 2026-03-03
answer> refused refused-amount_too_small
page alice> schedule bob 250.01 EUR weekly from 2026-03-03
answer> refused refused-payment_limit amount=250.01 EUR limit=250.00 EUR
page alice> schedule bob 10.00 GBP weekly from 2026-03-03
answer> refused refused-currency_not_offered currency=GBP
page alice> schedule bob 10.00 EUR weekly from 2026-03-02
answer> refused refused-dates_bad
page alice> schedule bob 10.00 EUR once from 2036-03-03
answer> refused refused-dates_bad
page alice> schedule bob 10.00 EUR weekly from 2026-03-04 until 2026-03-03
answer> refused refused-dates_bad
page alice> schedule bob 10.00 EUR weekly from 2026-03-03
obole to alice> schedule-approve amount=10.00 EUR to=Bob rhythm=weekly day=3 first=2026-03-03 09:00 link=/approve/sched1 until=2026-03-02 11:00
page alice> pause sched1
answer> refused refused-schedule_state state=asked
+ 1 hour
obole to alice> schedule-expired amount=10.00 EUR to=Bob
page alice> approve sched1 pin 123456
answer> refused refused-schedule_state state=expired
page alice> schedule bob 10.00 EUR weekly from 2026-03-03
obole to alice> schedule-approve amount=10.00 EUR to=Bob rhythm=weekly day=3 first=2026-03-03 09:00 link=/approve/sched2 until=2026-03-02 12:00
page alice> decline sched2
obole to alice> schedule-withdrawn amount=10.00 EUR to=Bob
schedules> sched1 expired paid 0, sched2 withdrawn paid 0
