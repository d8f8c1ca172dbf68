# The payer takes it back, while it waits and while somebody claims it.
alice> @obole #envoyer 20€ @dave
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay1
alice direct> annuler
obole to alice> cancelled amount=20.00 EUR to=@dave
ledger> nothing moved
alice> @obole #envoyer 25€ @dave
obole public> look-public
obole to alice> set-aside amount=25.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay2
admin> add dave Dave person 1
obole to dave> welcome
page dave> claim pay2
obole to alice> claim-asked amount=25.00 EUR to=@dave who=Dave link=/approve/pay2
obole to dave> claim-wait amount=25.00 EUR from=Alice
page alice> cancel pay2
obole to dave> claim-turned-away amount=25.00 EUR from=Alice
obole to alice> cancelled amount=25.00 EUR to=@dave
ledger> nothing moved
payments> pay1 cancelled, pay2 cancelled
page dave> claim pay2
answer> refused refused-claim_ended
