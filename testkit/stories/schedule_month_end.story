# Rent on the 31st: on the last day of shorter months, and on the 31st again; across the summer time at nine all the same.
page alice> schedule bob 20.00 EUR monthly 31 from 2026-03-10 until 2026-07-30
obole to alice> schedule-approve amount=20.00 EUR to=Bob rhythm=monthly day=31 first=2026-03-31 09:00 link=/approve/sched1 until=2026-03-02 11:00
page alice> approve sched1 pin 123456
obole to alice> schedule-set amount=20.00 EUR to=Bob rhythm=monthly day=31 first=2026-03-31 09:00 link=/schedules/sched1
schedules> sched1 active paid 0 next 0 at 2026-03-31 09:00
at 2026-04-01 00:00
obole to alice> sent-scheduled amount=20.00 EUR to=Bob left=280.00 EUR
obole to bob> received amount=20.00 EUR from=Alice
schedules> sched1 active paid 1 next 1 at 2026-04-30 09:00
at 2026-05-01 00:00
obole to alice> sent-scheduled amount=20.00 EUR to=Bob left=260.00 EUR
obole to bob> received amount=20.00 EUR from=Alice
schedules> sched1 active paid 2 next 2 at 2026-05-31 09:00
at 2026-08-01 00:00
obole to alice> sent-scheduled amount=20.00 EUR to=Bob left=240.00 EUR
obole to bob> received amount=20.00 EUR from=Alice
obole to alice> sent-scheduled amount=20.00 EUR to=Bob left=220.00 EUR
obole to bob> received amount=20.00 EUR from=Alice
obole to alice> schedule-ended amount=20.00 EUR to=Bob count=4
schedules> sched1 ended paid 4
ledger> alice 220.00, bob 380.00
