# The payer asks, once at a time; the payee says no, gives a part, or lets the time pass.
alice [taxi]> @obole #envoyer 12€ @bob pour le taxi
obole public> sent-public amount=12.00 EUR to=Bob
obole to alice> sent amount=12.00 EUR to=Bob left=288.00 EUR
obole to bob> received-memo memo=pour le taxi amount=12.00 EUR from=Alice
alice re taxi> @obole #rembourser 5€
obole public> look-public
obole to alice> refund-asked amount=5.00 EUR to=Bob until=2026-03-09 10:00
obole to bob> refund-ask amount=5.00 EUR whole=12.00 EUR from=Alice link=/refund/pay1 until=2026-03-09 10:00
alice re taxi> @obole #rembourser
obole public> look-public
obole to alice> refused-refund_asked until=2026-03-09 10:00
page carol> keep pay1
answer> refused refused-not_yours
page bob> keep pay1
obole to bob> refund-declined amount=5.00 EUR from=Alice
obole to alice> refund-not-given amount=5.00 EUR to=Bob
page bob> keep pay1
answer> refused refused-refund_not_asked
ledger> alice 288.00, bob 312.00
alice direct> rembourser {pay1}
obole to alice> refund-asked amount=12.00 EUR to=Bob until=2026-03-09 10:00
obole to bob> refund-ask amount=12.00 EUR whole=12.00 EUR from=Alice link=/refund/pay1 until=2026-03-09 10:00
page bob> refund pay1 5.00 EUR
obole to alice> refund-received amount=5.00 EUR whole=12.00 EUR from=Bob
obole to bob> refunded amount=5.00 EUR to=Alice left=307.00 EUR
ledger> alice 293.00, bob 307.00
page alice> ask back pay1
obole to alice> refund-asked amount=7.00 EUR to=Bob until=2026-03-09 10:00
obole to bob> refund-ask amount=7.00 EUR whole=12.00 EUR from=Alice link=/refund/pay1 until=2026-03-09 10:00
+ 7 days
obole to alice> refund-lapsed amount=7.00 EUR to=Bob
page bob> keep pay1
answer> refused refused-refund_not_asked
page alice> ask back pay1
obole to alice> refund-asked amount=7.00 EUR to=Bob until=2026-03-16 10:00
obole to bob> refund-ask amount=7.00 EUR whole=12.00 EUR from=Alice link=/refund/pay1 until=2026-03-16 10:00
admin> freeze alice
obole to alice> frozen
page alice> ask back pay1
answer> refused refused-payer_frozen
