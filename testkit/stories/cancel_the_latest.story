# Without a name "annuler" takes the latest open payment back.
alice direct> annuler
obole to alice> refused-nothing_to_cancel
alice> @obole #envoyer 20€ @dave
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay1
+ 1 minute
alice> @obole #envoyer 50€ @bob
obole public> look-public
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay2 until=2026-03-02 11:01
alice direct> annuler
obole to alice> cancelled amount=50.00 EUR to=Bob
alice direct> annuler
obole to alice> cancelled amount=20.00 EUR to=@dave
alice direct> annuler
obole to alice> refused-nothing_to_cancel
+ 1 minute
alice> @obole #envoyer 5€ @bob
obole public> sent-public amount=5.00 EUR to=Bob
obole to alice> sent amount=5.00 EUR to=Bob left=295.00 EUR
obole to bob> received amount=5.00 EUR from=Alice
alice direct> annuler
obole to alice> refused-already_paid to=Bob
payments> pay1 cancelled, pay2 cancelled, pay3 paid
ledger> alice 295.00, bob 305.00
