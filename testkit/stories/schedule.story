# A payment every week: set up with the PIN, then paid by itself at nine, and taken back.
page alice> schedule bob 20.00 EUR weekly from 2026-03-06 for piano
obole to alice> schedule-approve amount=20.00 EUR to=Bob rhythm=weekly day=6 first=2026-03-06 09:00 link=/approve/sched1 until=2026-03-02 11:00
schedules> sched1 asked paid 0 next 0 at 2026-03-02 11:00
page alice> approve sched1
answer> refused refused-pin_wrong left=5
page alice> approve sched1 pin 000000
answer> refused refused-pin_wrong left=4
page bob> approve sched1 pin 123456
answer> refused refused-payment_unknown
page alice> approve sched1 pin 123456
obole to alice> schedule-set amount=20.00 EUR to=Bob rhythm=weekly day=6 first=2026-03-06 09:00 link=/schedules/sched1
page alice> approve sched1 pin 123456
answer> refused refused-schedule_state state=active
schedules> sched1 active paid 0 next 0 at 2026-03-06 09:00
at 2026-03-06 08:59
ledger> nothing moved
at 2026-03-06 09:00
obole to alice> sent-scheduled amount=20.00 EUR to=Bob left=280.00 EUR
obole to bob> received-memo memo=piano amount=20.00 EUR from=Alice
ledger> alice 280.00, bob 320.00
at 2026-03-13 12:00
obole to alice> sent-scheduled amount=20.00 EUR to=Bob left=260.00 EUR
obole to bob> received-memo memo=piano amount=20.00 EUR from=Alice
schedules> sched1 active paid 2 next 2 at 2026-03-20 09:00
page bob> withdraw sched1
answer> refused refused-payment_unknown
page alice> withdraw sched1
obole to alice> schedule-withdrawn amount=20.00 EUR to=Bob
page alice> pause sched1
answer> refused refused-schedule_state state=withdrawn
page alice> resume sched1
answer> refused refused-schedule_state state=withdrawn
+ 30 days
schedules> sched1 withdrawn paid 2
ledger> alice 260.00, bob 340.00
