# Once, on a later day; a gift to a charity; and a merchant, who pays the fee. The PIN is for what was shown.
policy> fee 200
page alice> schedule refuge 15.00 EUR once from 2026-03-03
obole to alice> schedule-approve amount=15.00 EUR to=Le Refuge rhythm=once day=3 first=2026-03-03 09:00 link=/approve/sched1 until=2026-03-02 11:00
page alice> schedule chezlea 10.00 EUR weekly from 2026-03-04 times 2
obole to alice> schedule-approve amount=10.00 EUR to=Chez Léa rhythm=weekly day=4 first=2026-03-04 09:00 link=/approve/sched2 until=2026-03-02 11:00
page alice> look sched1
page alice> approve sched2 pin 123456
answer> refused refused-approval_changed
page alice> approve sched2 pin 123456
obole to alice> schedule-set amount=10.00 EUR to=Chez Léa rhythm=weekly day=4 first=2026-03-04 09:00 link=/schedules/sched2
page alice> approve sched1 pin 123456
obole to alice> schedule-set amount=15.00 EUR to=Le Refuge rhythm=once day=3 first=2026-03-03 09:00 link=/schedules/sched1
at 2026-03-20 00:00
obole to alice> sent-scheduled amount=15.00 EUR to=Le Refuge left=285.00 EUR
obole to refuge> received-gift amount=15.00 EUR from=Alice
obole to alice> schedule-ended amount=15.00 EUR to=Le Refuge count=1
obole to alice> sent-scheduled amount=10.00 EUR to=Chez Léa left=275.00 EUR
obole to chezlea> received-fee fee=0.20 EUR net=9.80 EUR amount=10.00 EUR from=Alice
obole to alice> sent-scheduled amount=10.00 EUR to=Chez Léa left=265.00 EUR
obole to chezlea> received-fee fee=0.20 EUR net=9.80 EUR amount=10.00 EUR from=Alice
obole to alice> schedule-ended amount=10.00 EUR to=Chez Léa count=2
schedules> sched1 ended paid 1, sched2 ended paid 2
ledger> alice 265.00, chezlea 19.60, refuge 15.00, fees 0.40
