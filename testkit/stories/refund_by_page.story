# Above the small amount the payee gives it back on the page, by PIN; what is given counts among the payee's consents.
alice> @obole #envoyer 80€ @bob
obole public> look-public
obole to alice> approve-please amount=80.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
page alice> approve pay1 pin 123456
obole to alice> sent amount=80.00 EUR to=Bob left=220.00 EUR
obole to bob> received amount=80.00 EUR from=Alice
bob direct> rembourser {pay1} 40€
obole to bob> refund-please amount=40.00 EUR to=Alice link=/refund/pay1?amount=40.00
ledger> alice 220.00, bob 380.00
page bob> refund pay1 40.00 EUR
answer> refused refused-pin_wrong left=5
page bob> refund pay1 40.00 EUR pin 000000
answer> refused refused-pin_wrong left=4
page alice> refund pay1 40.00 EUR pin 123456
answer> refused refused-not_yours
page carol> refund pay1 40.00 EUR pin 123456
answer> refused refused-not_yours
page bob> refund pay1 40.00 EUR pin 123456
obole to alice> refund-received amount=40.00 EUR whole=80.00 EUR from=Bob
obole to bob> refunded amount=40.00 EUR to=Alice left=340.00 EUR
ledger> alice 260.00, bob 340.00
page bob> refund pay1 10.00 EUR
obole to alice> refund-received amount=10.00 EUR whole=80.00 EUR from=Bob
obole to bob> refunded amount=10.00 EUR to=Alice left=330.00 EUR
page bob> refund pay1 pin 123456
obole to alice> refund-received amount=30.00 EUR whole=80.00 EUR from=Bob
obole to bob> refunded amount=30.00 EUR to=Alice left=300.00 EUR
page bob> refund pay1 pin 123456
answer> refused refused-refund_done
ledger> alice 300.00, bob 300.00
