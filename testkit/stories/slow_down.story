# A runaway program is stopped, for ten minutes.
policy> pace 3
alice> @obole #envoyer 1€ @bob
obole public> sent-public amount=1.00 EUR to=Bob
obole to alice> sent amount=1.00 EUR to=Bob left=299.00 EUR
obole to bob> received amount=1.00 EUR from=Alice
alice> @obole #envoyer 2€ @bob
obole public> sent-public amount=2.00 EUR to=Bob
obole to alice> sent amount=2.00 EUR to=Bob left=297.00 EUR
obole to bob> received amount=2.00 EUR from=Alice
alice> @obole #envoyer 3€ chacun à @bob @carol
obole public> look-public
obole to alice> refused-slow_down
alice> @obole #envoyer 4€ @bob
obole public> sent-public amount=4.00 EUR to=Bob
obole to alice> sent amount=4.00 EUR to=Bob left=293.00 EUR
obole to bob> received amount=4.00 EUR from=Alice
alice> @obole #envoyer 5€ @bob
obole public> look-public
obole to alice> refused-slow_down
+ 10 minutes
alice> @obole #envoyer 5€ @bob
obole public> sent-public amount=5.00 EUR to=Bob
obole to alice> sent amount=5.00 EUR to=Bob left=288.00 EUR
obole to bob> received amount=5.00 EUR from=Alice
ledger> alice 288.00, bob 312.00
