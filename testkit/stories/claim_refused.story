# Who may not come with the link: the payer, somebody frozen, somebody with a wrong link.
alice> @obole #envoyer 20€ @dave
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay1
page alice> claim pay1
answer> refused refused-claim_own
page bob> claim nonsense
answer> refused refused-claim_ended
admin> freeze carol
obole to carol> frozen
page carol> claim pay1
answer> refused refused-payee_unavailable to=Carol
admin> add dave Dave person 1
obole to dave> welcome
page dave> claim pay1
obole to alice> claim-asked amount=20.00 EUR to=@dave who=Dave link=/approve/pay1
obole to dave> claim-wait amount=20.00 EUR from=Alice
admin> freeze dave
obole to dave> frozen
page alice> approve pay1 pin 123456
answer> refused refused-payee_unavailable to=Dave
admin> release dave
obole to dave> released
admin> freeze alice
obole to alice> frozen
page alice> approve pay1 pin 123456
answer> refused refused-payer_frozen
admin> release alice
obole to alice> released
page alice> approve pay1 pin 123456
obole to dave> received amount=20.00 EUR from=Alice
obole to alice> sent amount=20.00 EUR to=Dave left=280.00 EUR
ledger> alice 280.00, dave 20.00
