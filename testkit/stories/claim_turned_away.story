# Somebody else comes with the link: alice turns her away, and the money still waits for dave.
alice> @obole #envoyer 20€ @dave
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay1
page carol> claim pay1
obole to alice> claim-asked amount=20.00 EUR to=@dave who=Carol link=/approve/pay1
obole to carol> claim-wait amount=20.00 EUR from=Alice
alice direct> non
obole to carol> claim-turned-away amount=20.00 EUR from=Alice
payments> pay1 held
ledger> alice 280.00 held 20.00
admin> add dave Dave person 1
obole to dave> welcome
page dave> claim pay1
obole to alice> claim-asked amount=20.00 EUR to=@dave who=Dave link=/approve/pay1
obole to dave> claim-wait amount=20.00 EUR from=Alice
# Carol is too late now: dave is being asked about.
page carol> claim pay1
answer> refused refused-claim_ended
page alice> approve pay1 pin 123456
obole to dave> received amount=20.00 EUR from=Alice
obole to alice> sent amount=20.00 EUR to=Dave left=280.00 EUR
ledger> alice 280.00, dave 20.00
payments> pay1 paid
