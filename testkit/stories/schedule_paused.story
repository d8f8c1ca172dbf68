# Paused, nothing is paid, and nothing is made up for; frozen, it pauses by itself.
page alice> schedule bob 10.00 EUR weekly from 2026-03-03 times 5
obole to alice> schedule-approve amount=10.00 EUR to=Bob rhythm=weekly day=3 first=2026-03-03 09:00 link=/approve/sched1 until=2026-03-02 11:00
page alice> approve sched1 pin 123456
obole to alice> schedule-set amount=10.00 EUR to=Bob rhythm=weekly day=3 first=2026-03-03 09:00 link=/schedules/sched1
page alice> pause sched1
answer> done
at 2026-03-12 00:00
page alice> resume sched1
answer> done
schedules> sched1 active paid 0 next 2 at 2026-03-17 09:00
admin> freeze alice
obole to alice> frozen
at 2026-03-17 09:00
obole to alice> refused-payer_frozen
obole to alice> schedule-paused amount=10.00 EUR to=Bob link=/schedules/sched1
schedules> sched1 paused paid 0
page alice> resume sched1
answer> refused refused-payer_frozen
admin> release alice
obole to alice> released
page alice> resume sched1
answer> done
page alice> schedule carol 10.00 EUR weekly from 2026-03-24 times 5
obole to alice> schedule-approve amount=10.00 EUR to=Carol rhythm=weekly day=24 first=2026-03-24 09:00 link=/approve/sched2 until=2026-03-17 10:00
admin> freeze alice
obole to alice> frozen
page alice> approve sched2 pin 123456
answer> refused refused-payer_frozen
admin> release alice
obole to alice> released
page alice> approve sched2 pin 123456
obole to alice> schedule-set amount=10.00 EUR to=Carol rhythm=weekly day=24 first=2026-03-24 09:00 link=/schedules/sched2
admin> freeze bob
obole to bob> frozen
at 2026-03-24 09:00
obole to alice> refused-payee_unavailable to=Bob
obole to alice> schedule-paused amount=10.00 EUR to=Bob link=/schedules/sched1
obole to alice> sent-scheduled amount=10.00 EUR to=Carol left=290.00 EUR
obole to carol> received amount=10.00 EUR from=Alice
schedules> sched1 paused paid 0, sched2 active paid 1 next 1 at 2026-03-31 09:00
+ 60 days
obole to alice> sent-scheduled amount=10.00 EUR to=Carol left=280.00 EUR
obole to carol> received amount=10.00 EUR from=Alice
obole to alice> sent-scheduled amount=10.00 EUR to=Carol left=270.00 EUR
obole to carol> received amount=10.00 EUR from=Alice
obole to alice> sent-scheduled amount=10.00 EUR to=Carol left=260.00 EUR
obole to carol> received amount=10.00 EUR from=Alice
obole to alice> sent-scheduled amount=10.00 EUR to=Carol left=250.00 EUR
obole to carol> received amount=10.00 EUR from=Alice
obole to alice> schedule-ended amount=10.00 EUR to=Carol count=5
page alice> resume sched1
obole to alice> schedule-ended amount=10.00 EUR to=Bob count=0
schedules> sched1 ended paid 0, sched2 ended paid 5
ledger> alice 250.00, carol 350.00
