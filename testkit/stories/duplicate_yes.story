# The same payment within ten minutes is asked about; "oui" pays.
alice> @obole #envoyer 12€ @bob
obole public> sent-public amount=12.00 EUR to=Bob
obole to alice> sent amount=12.00 EUR to=Bob left=288.00 EUR
obole to bob> received amount=12.00 EUR from=Alice
+ 9 minutes
alice> @obole #envoyer 12€ @bob
obole public> look-public
obole to alice> duplicate amount=12.00 EUR to=Bob ago-at=2026-03-02 10:00
ledger> alice 288.00, bob 312.00
alice direct> oui
obole to alice> sent amount=12.00 EUR to=Bob left=276.00 EUR
obole to bob> received amount=12.00 EUR from=Alice
ledger> alice 276.00, bob 324.00
alice direct> oui
obole to alice> refused-what_missing
+ 10 minutes
alice> @obole #envoyer 12€ @bob
obole public> sent-public amount=12.00 EUR to=Bob
obole to alice> sent amount=12.00 EUR to=Bob left=264.00 EUR
obole to bob> received amount=12.00 EUR from=Alice
ledger> alice 264.00, bob 336.00
