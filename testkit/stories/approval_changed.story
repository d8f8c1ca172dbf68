# Alice saw that dave claims. Meanwhile it is carol who claims: the consent does not hold for her.
alice> @obole #envoyer 20€ @someone
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@someone until=2026-03-09 10:00 link=/claim/pay1
admin> add dave Dave person 1
obole to dave> welcome
page dave> claim pay1
obole to alice> claim-asked amount=20.00 EUR to=@someone who=Dave link=/approve/pay1
obole to dave> claim-wait amount=20.00 EUR from=Alice
page alice> look pay1
alice direct> non
obole to dave> claim-turned-away amount=20.00 EUR from=Alice
page carol> claim pay1
obole to alice> claim-asked amount=20.00 EUR to=@someone who=Carol link=/approve/pay1
obole to carol> claim-wait amount=20.00 EUR from=Alice
page alice> approve pay1 pin 123456
answer> refused refused-approval_changed
payments> pay1 claimed
page alice> approve pay1 pin 123456
obole to carol> received amount=20.00 EUR from=Alice
obole to alice> sent amount=20.00 EUR to=Carol left=280.00 EUR
ledger> alice 280.00, carol 320.00
