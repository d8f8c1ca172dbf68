# A merchant asks a customer: the fee is the merchant's, as for any payment.
chezlea> @obole #demander 20€ @alice pour la table 4
obole public> look-public
obole to chezlea> request-sent amount=20.00 EUR to=Alice until=2026-04-01 11:00 link=/request/bill1
obole to alice> request-received-memo from=Chez Léa amount=20.00 EUR memo=pour la table 4 until=2026-04-01 11:00 link=/approve/bill1
page alice> approve bill1
obole to alice> sent amount=20.00 EUR to=Chez Léa left=280.00 EUR
obole to chezlea> received-fee fee=0.30 EUR net=19.70 EUR amount=20.00 EUR from=Alice
ledger> alice 280.00, chezlea 19.70, fees 0.30
