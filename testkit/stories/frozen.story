# A frozen member neither pays nor is paid, whatever was asked before.
alice> @obole #envoyer 50€ @bob
obole public> look-public
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
admin> freeze bob
obole to bob> frozen
page alice> approve pay1 pin 123456
answer> refused refused-payee_unavailable to=Bob
alice> @obole #envoyer 5€ @bob
obole public> look-public
obole to alice> refused-payee_unavailable to=Bob
bob> @obole #envoyer 5€ @alice
obole public> look-public
obole to bob> refused-payer_frozen
admin> release bob
obole to bob> released
admin> freeze alice
obole to alice> frozen
page alice> approve pay1 pin 123456
answer> refused refused-payer_frozen
alice> @obole #envoyer 5€ @bob
obole public> look-public
obole to alice> refused-payer_frozen
alice> @obole #solde
obole public> look-public
obole to alice> balance available=300.00 EUR
alice> @obole #annuler
obole public> look-public
obole to alice> cancelled amount=50.00 EUR to=Bob
admin> release alice
obole to alice> released
payments> pay1 cancelled
ledger> nothing moved
