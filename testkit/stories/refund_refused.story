# Nobody else gives or asks, nothing goes back that was not paid, and the payee must have the money.
alice [big]> @obole #envoyer 50€ @bob
obole public> look-public
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
alice re big> @obole #rembourser
obole public> look-public
obole to alice> refused-refund_not_paid
page alice> decline pay1
obole to alice> declined amount=50.00 EUR to=Bob
alice re big> @obole #rembourser
obole public> look-public
obole to alice> refused-already_ended state=declined
alice [small]> @obole #envoyer 20€ @bob
obole public> sent-public amount=20.00 EUR to=Bob
obole to alice> sent amount=20.00 EUR to=Bob left=280.00 EUR
obole to bob> received amount=20.00 EUR from=Alice
carol re small> @obole #rembourser
obole public> look-public
obole to carol> refused-not_yours
page carol> ask back pay2
answer> refused refused-not_yours
bob> @obole #envoyer 250€ @carol
obole public> look-public
obole to bob> approve-please amount=250.00 EUR to=Carol link=/approve/pay3 until=2026-03-02 11:00
page bob> approve pay3 pin 123456
obole to bob> sent amount=250.00 EUR to=Carol left=70.00 EUR
obole to carol> received amount=250.00 EUR from=Bob
bob> @obole #envoyer 60€ @carol
obole public> look-public
obole to bob> approve-please amount=60.00 EUR to=Carol link=/approve/pay4 until=2026-03-02 11:00
page bob> approve pay4 pin 123456
obole to bob> sent amount=60.00 EUR to=Carol left=10.00 EUR
obole to carol> received amount=60.00 EUR from=Bob
alice re small> @obole #rembourser
obole public> look-public
obole to alice> refund-asked amount=20.00 EUR to=Bob until=2026-03-09 10:00
obole to bob> refund-ask amount=20.00 EUR whole=20.00 EUR from=Alice link=/refund/pay2 until=2026-03-09 10:00
bob re small> @obole #rembourser
obole public> look-public
obole to bob> refused-insufficient_funds amount=20.00 EUR available=10.00 EUR
page bob> refund pay2
answer> refused refused-insufficient_funds amount=20.00 EUR available=10.00 EUR
bob re small> @obole #rembourser 10€
obole public> look-public
obole to alice> refund-received amount=10.00 EUR whole=20.00 EUR from=Bob
obole to bob> refunded amount=10.00 EUR to=Alice left=0.00 EUR
ledger> alice 290.00, bob 0.00, carol 610.00
