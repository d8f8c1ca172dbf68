# Dave does not want it.
alice> @obole #envoyer 20€ @dave
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay1
admin> add dave Dave person 1
obole to dave> welcome
page dave> give back pay1
obole to alice> claim-declined amount=20.00 EUR to=@dave
ledger> nothing moved
payments> pay1 returned
page dave> claim pay1
answer> refused refused-claim_ended
page alice> cancel pay1
answer> refused refused-already_ended state=returned
