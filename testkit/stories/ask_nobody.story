# Who cannot be asked, and how much.
alice> @obole #demander 20€ @dave
obole public> look-public
obole to alice> refused-asked_unknown to=@dave
alice> @obole #demander 20€ @alice
obole public> look-public
obole to alice> refused-recipient_self
alice> @obole #demander 20€ @refuge
obole public> look-public
obole to alice> refused-not_a_person to=Le Refuge
alice> @obole #demander 20€ @chezlea
obole public> look-public
obole to alice> refused-not_a_person to=Chez Léa
alice> @obole #demander 251€ @bob
obole public> look-public
obole to alice> refused-payment_limit amount=251.00 EUR limit=250.00 EUR
alice> @obole #demander 20 GBP @bob
obole public> look-public
obole to alice> refused-currency_not_offered currency=GBP
admin> freeze bob
obole to bob> frozen
alice> @obole #demander 20€ @bob
obole public> look-public
obole to alice> refused-asked_unavailable to=Bob
alice> @obole #demander 5€ chacun à @carol @bob
obole public> look-public
obole to alice> refused-asked_unavailable to=Bob
admin> freeze alice
obole to alice> frozen
alice> @obole #demander 20€ @carol
obole public> look-public
obole to alice> refused-payer_frozen
ledger> nothing moved
