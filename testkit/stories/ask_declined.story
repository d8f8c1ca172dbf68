# Both hear of every end: declined, taken back, over.
alice direct> demander 20€ @bob
obole to alice> request-sent amount=20.00 EUR to=Bob until=2026-04-01 11:00 link=/request/bill1
obole to bob> request-received from=Alice amount=20.00 EUR until=2026-04-01 11:00 link=/approve/bill1
bob direct> non
obole to bob> request-declined amount=20.00 EUR to=Alice
obole to alice> request-refused amount=20.00 EUR who=Bob link=/request/bill1
alice [ask]> @obole #demander 21€ @bob
obole public> look-public
obole to alice> request-sent amount=21.00 EUR to=Bob until=2026-04-01 11:00 link=/request/bill2
obole to bob> request-received from=Alice amount=21.00 EUR until=2026-04-01 11:00 link=/approve/bill2
alice re ask> @obole #annuler
obole public> look-public
obole to alice> request-withdrawn amount=21.00 EUR to=Bob
obole to bob> request-withdrawn-by amount=21.00 EUR from=Alice
alice> @obole #demander 22€ @bob
obole public> look-public
obole to alice> request-sent amount=22.00 EUR to=Bob until=2026-04-01 11:00 link=/request/bill3
obole to bob> request-received from=Alice amount=22.00 EUR until=2026-04-01 11:00 link=/approve/bill3
alice direct> annuler
obole to alice> request-withdrawn amount=22.00 EUR to=Bob
obole to bob> request-withdrawn-by amount=22.00 EUR from=Alice
alice direct> annuler {bill1}
obole to alice> refused-request_ended state=declined
alice> @obole #demander 23€ @carol
obole public> look-public
obole to alice> request-sent amount=23.00 EUR to=Carol until=2026-04-01 11:00 link=/request/bill4
obole to carol> request-received from=Alice amount=23.00 EUR until=2026-04-01 11:00 link=/approve/bill4
alice direct> suivi
obole to alice> request-status amount=23.00 EUR from=Alice to=Carol state=open
+ 30 days
obole to alice> request-expired amount=23.00 EUR to=Carol
obole to carol> request-lapsed amount=23.00 EUR from=Alice
page carol> approve bill4
answer> refused refused-request_ended state=expired
page carol> decline bill4
answer> refused refused-request_ended state=expired
bills> bill1 declined, bill2 withdrawn, bill3 withdrawn, bill4 expired
ledger> nothing moved
