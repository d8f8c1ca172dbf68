# Bob keeps alice's requests away: she cannot tell it from somebody who does not answer.
alice> @obole #demander 5€ @bob
obole public> look-public
obole to alice> request-sent amount=5.00 EUR to=Bob until=2026-04-01 11:00 link=/request/bill1
obole to bob> request-received from=Alice amount=5.00 EUR until=2026-04-01 11:00 link=/approve/bill1
page bob> block alice
answer> done
bob direct> non
obole to bob> refused-what_missing
alice> @obole #demander 6€ @bob
obole public> look-public
obole to alice> request-sent amount=6.00 EUR to=Bob until=2026-04-01 11:00 link=/request/bill2
+ 24 hours
page alice> remind bill2
obole to alice> request-reminded amount=6.00 EUR to=Bob
alice direct> annuler
obole to alice> request-withdrawn amount=6.00 EUR to=Bob
+ 30 days
obole to alice> request-expired amount=5.00 EUR to=Bob
page bob> unblock alice
answer> done
alice> @obole #demander 7€ @bob
obole public> look-public
obole to alice> request-sent amount=7.00 EUR to=Bob until=2026-05-02 11:00 link=/request/bill3
obole to bob> request-received from=Alice amount=7.00 EUR until=2026-05-02 11:00 link=/approve/bill3
page bob> block bob
answer> refused refused-recipient_self
bills> bill1 expired, bill2 withdrawn, bill3 open
