# "annuler" under a post takes that post's payment back, not the latest one.
alice [dave]> @obole #envoyer 20€ @dave
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay1
alice [erin]> @obole #envoyer 21€ @erin
obole public> look-public
obole to alice> set-aside amount=21.00 EUR to=@erin until=2026-03-09 10:00 link=/claim/pay2
alice re dave> @obole #annuler
obole public> look-public
obole to alice> cancelled amount=20.00 EUR to=@dave
payments> pay1 cancelled, pay2 held
alice re dave> @obole #annuler
obole public> look-public
obole to alice> refused-already_ended state=cancelled
bob re erin> @obole #annuler
obole public> look-public
obole to bob> refused-payment_unknown
alice re erin> @obole #suivi
obole public> look-public
obole to alice> status amount=21.00 EUR to=@erin state=held
bob re erin> @obole #suivi
obole public> look-public
obole to bob> refused-payment_unknown
alice re erin direct> @obole annuler
obole to alice> cancelled amount=21.00 EUR to=@erin
payments> pay1 cancelled, pay2 cancelled
ledger> nothing moved
