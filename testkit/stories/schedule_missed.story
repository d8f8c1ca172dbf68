# The machine was off for weeks: only the latest payment that fell due is made up for, and one that was to be tried again
# is over. The latest one has two tries of its own.
page alice> schedule bob 100.00 EUR weekly from 2026-03-03 times 4
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
+ 14 days late
timers>
obole to alice> refused-insufficient_funds amount=100.00 EUR available=50.00 EUR
obole to alice> schedule-retry amount=100.00 EUR to=Bob next=2026-03-18 09:00
obole to alice> schedule-missed amount=100.00 EUR to=Bob count=2
schedules> sched1 active paid 0 next 2 at 2026-03-18 09:00
timers>
admin> credit alice 200.00 EUR
obole to alice> credited amount=200.00 EUR reference=transfer for alice
+ 1 day
obole to alice> sent-scheduled amount=100.00 EUR to=Bob left=150.00 EUR
obole to bob> received amount=100.00 EUR from=Alice
schedules> sched1 active paid 1 next 3 at 2026-03-24 09:00
+ 16 days
obole to alice> sent-scheduled amount=100.00 EUR to=Bob left=50.00 EUR
obole to bob> received amount=100.00 EUR from=Alice
obole to alice> schedule-ended amount=100.00 EUR to=Bob count=2
schedules> sched1 ended paid 2
ledger> alice 50.00, bob 500.00, carol 550.00
