# Nobody is called dave: the money is set aside, and ends by the link and alice's word.
alice> @obole #envoyer 20€ @dave pour le taxi
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay1
ledger> alice 280.00 held 20.00
admin> add dave Dave person 1
obole to dave> welcome
page dave> claim pay1
obole to alice> claim-asked amount=20.00 EUR to=@dave who=Dave link=/approve/pay1
obole to dave> claim-wait amount=20.00 EUR from=Alice
payments> pay1 claimed
alice direct> oui
obole to dave> received-memo memo=pour le taxi amount=20.00 EUR from=Alice
obole to alice> sent amount=20.00 EUR to=Dave left=280.00 EUR
ledger> alice 280.00, dave 20.00
payments> pay1 paid
page dave> claim pay1
answer> refused refused-claim_ended
