# Two reminders, a day apart, to those who have not answered.
alice> @obole #demander 5€ chacun à @bob @carol
obole public> look-public
obole to alice> request-sent-each amount=5.00 EUR total=10.00 EUR to=Bob, Carol until=2026-04-01 11:00 link=/request/bill1
obole to bob> request-received from=Alice amount=5.00 EUR until=2026-04-01 11:00 link=/approve/bill1
obole to carol> request-received from=Alice amount=5.00 EUR until=2026-04-01 11:00 link=/approve/bill2
page alice> remind bill1
answer> refused refused-reminded_lately next=2026-03-03 10:00
+ 24 hours
page bob> approve bill1
obole to bob> sent amount=5.00 EUR to=Alice left=295.00 EUR
obole to alice> received amount=5.00 EUR from=Bob
page alice> remind bill1
obole to alice> request-reminded amount=5.00 EUR to=Carol
obole to carol> request-reminder from=Alice amount=5.00 EUR until=2026-04-01 11:00 link=/approve/bill2
page alice> remind bill2
answer> refused refused-reminded_lately next=2026-03-04 10:00
+ 24 hours
page alice> remind bill2
obole to alice> request-reminded amount=5.00 EUR to=Carol
obole to carol> request-reminder from=Alice amount=5.00 EUR until=2026-04-01 11:00 link=/approve/bill2
+ 24 hours
page alice> remind bill2
answer> refused refused-reminded_enough limit=2
page carol> remind bill2
answer> refused refused-payment_unknown
page carol> decline bill2
obole to carol> request-declined amount=5.00 EUR to=Alice
obole to alice> request-refused amount=5.00 EUR who=Carol link=/request/bill1
page alice> remind bill2
answer> refused refused-request_ended state=declined
bills> bill1 paid, bill2 declined
