# What is set aside cannot be spent again.
alice> @obole #envoyer 200€ @dave
obole public> look-public
obole to alice> approve-please amount=200.00 EUR to=@dave link=/approve/pay1 until=2026-03-02 11:00
page alice> approve pay1 pin 123456
obole to alice> set-aside amount=200.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay1
alice> @obole #envoyer 100,01€ @bob
obole public> look-public
obole to alice> refused-insufficient_funds amount=100.01 EUR available=100.00 EUR
alice> @obole #envoyer 100€ @bob
obole public> look-public
obole to alice> approve-please amount=100.00 EUR to=Bob link=/approve/pay2 until=2026-03-02 11:00
bob direct> @obole solde
obole to bob> balance available=300.00 EUR
alice direct> @obole solde
obole to alice> balance-held available=100.00 EUR held=200.00 EUR
page alice> approve pay2 pin 123456
obole to alice> sent amount=100.00 EUR to=Bob left=0.00 EUR
obole to bob> received amount=100.00 EUR from=Alice
alice direct> @obole solde
obole to alice> balance-held available=0.00 EUR held=200.00 EUR
alice> @obole #envoyer 0,01€ @bob
obole public> look-public
obole to alice> refused-insufficient_funds amount=0.01 EUR available=0.00 EUR
ledger> alice 0.00 held 200.00, bob 400.00
