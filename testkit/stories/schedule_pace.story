# More payments at nine than may begin in ten minutes: the rest comes a little later, and nobody is told.
policy> pace 1
page alice> schedule bob 1.00 EUR weekly from 2026-03-03 times 1
obole to alice> schedule-approve amount=1.00 EUR to=Bob rhythm=weekly day=3 first=2026-03-03 09:00 link=/approve/sched1 until=2026-03-02 11:00
page alice> schedule carol 2.00 EUR weekly from 2026-03-03 times 1
obole to alice> schedule-approve amount=2.00 EUR to=Carol rhythm=weekly day=3 first=2026-03-03 09:00 link=/approve/sched2 until=2026-03-02 11:00
page alice> approve sched1 pin 123456
obole to alice> schedule-set amount=1.00 EUR to=Bob rhythm=weekly day=3 first=2026-03-03 09:00 link=/schedules/sched1
page alice> approve sched2 pin 123456
obole to alice> schedule-set amount=2.00 EUR to=Carol rhythm=weekly day=3 first=2026-03-03 09:00 link=/schedules/sched2
at 2026-03-03 09:09
obole to alice> sent-scheduled amount=2.00 EUR to=Carol left=298.00 EUR
obole to carol> received amount=2.00 EUR from=Alice
obole to alice> schedule-ended amount=2.00 EUR to=Carol count=1
schedules> sched1 active paid 0 next 0 at 2026-03-03 09:10, sched2 ended paid 1
at 2026-03-03 09:10
obole to alice> sent-scheduled amount=1.00 EUR to=Bob left=297.00 EUR
obole to bob> received amount=1.00 EUR from=Alice
obole to alice> schedule-ended amount=1.00 EUR to=Bob count=1
schedules> sched1 ended paid 1, sched2 ended paid 1
