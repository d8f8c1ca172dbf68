# A merchant who claims pays the merchant's fee, told before alice confirms.
alice> @obole #envoyer 20€ @shop
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@shop until=2026-03-09 10:00 link=/claim/pay1
page chezlea> claim pay1
obole to alice> claim-asked amount=20.00 EUR to=@shop who=Chez Léa link=/approve/pay1
obole to chezlea> claim-wait-fee fee=0.30 EUR net=19.70 EUR amount=20.00 EUR from=Alice
alice direct> oui
obole to chezlea> received-fee fee=0.30 EUR net=19.70 EUR amount=20.00 EUR from=Alice
obole to alice> sent amount=20.00 EUR to=Chez Léa left=280.00 EUR
ledger> alice 280.00, chezlea 19.70, fees 0.30
