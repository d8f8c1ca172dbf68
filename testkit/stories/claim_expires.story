# Unclaimed money returns by itself at the instant that was said, and what it counted against the limits too.
alice> @obole #envoyer 20€ @dave
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay1
admin> add dave Dave person 1
obole to dave> welcome
+ 6 days
payments> pay1 held
+ 1 day
obole to alice> returned amount=20.00 EUR to=@dave
payments> pay1 returned
ledger> nothing moved
page dave> claim pay1
answer> refused refused-claim_ended
page alice> approve pay1 pin 123456
answer> refused refused-already_ended state=returned
page alice> cancel pay1
answer> refused refused-already_ended state=returned
alice direct> @obole suivi
obole to alice> status amount=20.00 EUR to=@dave state=returned
