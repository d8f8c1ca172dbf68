# 250 € to a person or an unknown handle, 500 € to a merchant or charity; one cent more is refused.
admin> credit alice 5000.00 EUR
obole to alice> credited amount=5000.00 EUR reference=transfer for alice
alice> @obole #envoyer 250,01€ @bob
obole public> look-public
obole to alice> refused-payment_limit amount=250.01 EUR limit=250.00 EUR
alice> @obole #envoyer 250€ @bob
obole public> look-public
obole to alice> approve-please amount=250.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
alice> @obole #envoyer 250,01€ @dave
obole public> look-public
obole to alice> refused-payment_limit amount=250.01 EUR limit=250.00 EUR
alice> @obole #envoyer 250€ @dave
obole public> look-public
obole to alice> approve-please amount=250.00 EUR to=@dave link=/approve/pay2 until=2026-03-02 11:00
alice> @obole #envoyer 500,01€ @chezlea
obole public> look-public
obole to alice> refused-payment_limit amount=500.01 EUR limit=500.00 EUR
alice> @obole #envoyer 500€ @chezlea
obole public> look-public
obole to alice> approve-please amount=500.00 EUR to=Chez Léa link=/approve/pay3 until=2026-03-02 11:00
alice> @obole #don 500,01€ @refuge
obole public> look-public
obole to alice> refused-payment_limit amount=500.01 EUR limit=500.00 EUR
alice> @obole #don 500€ @refuge
obole public> look-public
obole to alice> approve-please amount=500.00 EUR to=Le Refuge link=/approve/pay4 until=2026-03-02 11:00
alice> @obole #envoyer 92233720368547758€ @bob
obole public> look-public
obole to alice> refused-payment_limit amount=92233720368547758.00 EUR limit=250.00 EUR
alice> @obole #envoyer 92233720368547758€ chacun à @bob @carol
obole public> look-public
obole to alice> refused-payment_limit amount=92233720368547758.00 EUR limit=250.00 EUR
ledger> alice 5300.00
