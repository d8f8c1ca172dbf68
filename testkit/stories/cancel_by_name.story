# A payment can be named; nobody else's, and none that is not there.
alice> @obole #envoyer 20€ @dave
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay1
bob direct> annuler {pay1}
obole to bob> refused-payment_unknown
alice direct> annuler pay_nonsense
obole to alice> refused-payment_unknown
alice direct> annuler pay_00000000000000000000000000
obole to alice> refused-payment_unknown
alice direct> suivi {pay1}
obole to alice> status amount=20.00 EUR to=@dave state=held
bob direct> suivi {pay1}
obole to bob> status-none
alice direct> annuler {pay1}
obole to alice> cancelled amount=20.00 EUR to=@dave
alice direct> annuler {pay1}
obole to alice> refused-already_ended state=cancelled
ledger> nothing moved
