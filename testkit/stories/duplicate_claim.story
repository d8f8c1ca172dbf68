# The guard knows handles without account too.
alice> @obole #envoyer 12€ @dave
obole public> look-public
obole to alice> set-aside amount=12.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay1
alice> @obole #envoyer 12€ @dave
obole public> look-public
obole to alice> duplicate amount=12.00 EUR to=@dave ago-at=2026-03-02 10:00
alice direct> oui
obole to alice> set-aside amount=12.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay2
payments> pay1 held, pay2 held
ledger> alice 276.00 held 24.00
