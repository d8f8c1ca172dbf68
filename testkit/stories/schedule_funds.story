# Not enough money: once more the next day, then left out, and the schedule goes on.
page alice> schedule bob 100.00 EUR weekly from 2026-03-03
obole to alice> schedule-approve amount=100.00 EUR to=Bob rhythm=weekly day=3 first=2026-03-03 09:00 link=/approve/sched1 until=2026-03-02 11:00
page alice> approve sched1 pin 123456
obole to alice> schedule-set amount=100.00 EUR to=Bob rhythm=weekly day=3 first=2026-03-03 09:00 link=/schedules/sched1
alice> @obole #envoyer 250 € @carol
obole public> look-public
obole to alice> approve-please amount=250.00 EUR to=Carol link=/approve/pay1 until=2026-03-02 11:00
page alice> approve pay1 pin 123456
obole to alice> sent amount=250.00 EUR to=Carol left=50.00 EUR
obole to carol> received amount=250.00 EUR from=Alice
at 2026-03-03 09:00
obole to alice> refused-insufficient_funds amount=100.00 EUR available=50.00 EUR
obole to alice> schedule-retry amount=100.00 EUR to=Bob next=2026-03-04 09:00
schedules> sched1 active paid 0 next 0 at 2026-03-04 09:00
at 2026-03-04 09:00
obole to alice> refused-insufficient_funds amount=100.00 EUR available=50.00 EUR
obole to alice> schedule-skipped amount=100.00 EUR to=Bob
schedules> sched1 active paid 0 next 1 at 2026-03-10 09:00
at 2026-03-10 09:00
obole to alice> refused-insufficient_funds amount=100.00 EUR available=50.00 EUR
obole to alice> schedule-retry amount=100.00 EUR to=Bob next=2026-03-11 09:00
admin> credit alice 100.00 EUR
obole to alice> credited amount=100.00 EUR reference=transfer for alice
at 2026-03-11 09:00
obole to alice> sent-scheduled amount=100.00 EUR to=Bob left=50.00 EUR
obole to bob> received amount=100.00 EUR from=Alice
schedules> sched1 active paid 1 next 2 at 2026-03-17 09:00
page alice> schedule bob 100.00 EUR once from 2026-03-13
obole to alice> schedule-approve amount=100.00 EUR to=Bob rhythm=once day=13 first=2026-03-13 09:00 link=/approve/sched2 until=2026-03-11 10:00
page alice> approve sched2 pin 123456
obole to alice> schedule-set amount=100.00 EUR to=Bob rhythm=once day=13 first=2026-03-13 09:00 link=/schedules/sched2
at 2026-03-14 09:00
obole to alice> refused-insufficient_funds amount=100.00 EUR available=50.00 EUR
obole to alice> schedule-retry amount=100.00 EUR to=Bob next=2026-03-14 09:00
obole to alice> refused-insufficient_funds amount=100.00 EUR available=50.00 EUR
obole to alice> schedule-skipped amount=100.00 EUR to=Bob
obole to alice> schedule-ended amount=100.00 EUR to=Bob count=0
schedules> sched1 active paid 1 next 2 at 2026-03-17 09:00, sched2 ended paid 0
ledger> alice 50.00, bob 400.00, carol 550.00
