# Nobody is asked too often, and nobody asks too many at once.
alice> @obole #demander 1€ @bob
obole public> look-public
obole to alice> request-sent amount=1.00 EUR to=Bob until=2026-04-01 11:00 link=/request/bill1
obole to bob> request-received from=Alice amount=1.00 EUR until=2026-04-01 11:00 link=/approve/bill1
alice> @obole #demander 2€ @bob
obole public> look-public
obole to alice> request-sent amount=2.00 EUR to=Bob until=2026-04-01 11:00 link=/request/bill2
obole to bob> request-received from=Alice amount=2.00 EUR until=2026-04-01 11:00 link=/approve/bill2
alice> @obole #demander 3€ @bob
obole public> look-public
obole to alice> request-sent amount=3.00 EUR to=Bob until=2026-04-01 11:00 link=/request/bill3
obole to bob> request-received from=Alice amount=3.00 EUR until=2026-04-01 11:00 link=/approve/bill3
alice> @obole #demander 4€ @bob
obole public> look-public
obole to alice> refused-requests_open_to to=Bob limit=3
alice direct> annuler
obole to alice> request-withdrawn amount=3.00 EUR to=Bob
obole to bob> request-withdrawn-by amount=3.00 EUR from=Alice
alice> @obole #demander 4€ @bob
obole public> look-public
obole to alice> request-sent amount=4.00 EUR to=Bob until=2026-04-01 11:00 link=/request/bill4
obole to bob> request-received from=Alice amount=4.00 EUR until=2026-04-01 11:00 link=/approve/bill4
alice direct> annuler
obole to alice> request-withdrawn amount=4.00 EUR to=Bob
obole to bob> request-withdrawn-by amount=4.00 EUR from=Alice
alice> @obole #demander 5€ @bob
obole public> look-public
obole to alice> request-sent amount=5.00 EUR to=Bob until=2026-04-01 11:00 link=/request/bill5
obole to bob> request-received from=Alice amount=5.00 EUR until=2026-04-01 11:00 link=/approve/bill5
alice direct> annuler
obole to alice> request-withdrawn amount=5.00 EUR to=Bob
obole to bob> request-withdrawn-by amount=5.00 EUR from=Alice
alice> @obole #demander 6€ @bob
obole public> look-public
obole to alice> refused-requests_today to=Bob limit=5
+ 24 hours
alice> @obole #demander 6€ @bob
obole public> look-public
obole to alice> request-sent amount=6.00 EUR to=Bob until=2026-04-02 11:00 link=/request/bill6
obole to bob> request-received from=Alice amount=6.00 EUR until=2026-04-02 11:00 link=/approve/bill6
admin> policy asking open 3
alice> @obole #demander 7€ @carol
obole public> look-public
obole to alice> refused-requests_open limit=3
bills> bill1 open, bill2 open, bill3 withdrawn, bill4 withdrawn, bill5 withdrawn, bill6 open
