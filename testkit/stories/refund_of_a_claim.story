# Whoever claimed the money can give it back, and be asked for it.
alice> @obole #envoyer 20€ @dave
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay1
admin> add dave Dave person 1
obole to dave> welcome
page alice> ask back pay1
answer> refused refused-refund_not_paid
page dave> claim pay1
obole to alice> claim-asked amount=20.00 EUR to=@dave who=Dave link=/approve/pay1
obole to dave> claim-wait amount=20.00 EUR from=Alice
page alice> approve pay1
obole to dave> received amount=20.00 EUR from=Alice
obole to alice> sent amount=20.00 EUR to=Dave left=280.00 EUR
page alice> ask back pay1 8.00 EUR
obole to alice> refund-asked amount=8.00 EUR to=Dave until=2026-03-09 10:00
obole to dave> refund-ask amount=8.00 EUR whole=20.00 EUR from=Alice link=/refund/pay1 until=2026-03-09 10:00
page dave> refund pay1 8.00 EUR
obole to alice> refund-received amount=8.00 EUR whole=20.00 EUR from=Dave
obole to dave> refunded amount=8.00 EUR to=Alice left=12.00 EUR
dave direct> rembourser {pay1}
obole to alice> refund-received amount=12.00 EUR whole=20.00 EUR from=Dave
obole to dave> refunded amount=12.00 EUR to=Alice left=0.00 EUR
ledger> dave 0.00
payments> pay1 paid
