# The timer is late: the instant counts all the same.
alice> @obole #envoyer 20€ @dave
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay1
admin> add dave Dave person 1
obole to dave> welcome
+ 7 days late
page dave> claim pay1
answer> refused refused-claim_ended
page dave> give back pay1
answer> refused refused-claim_ended
payments> pay1 held
timers>
obole to alice> returned amount=20.00 EUR to=@dave
payments> pay1 returned
ledger> nothing moved
