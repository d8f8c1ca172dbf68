# One payer may ask one payee for so many refunds a day; midnight in Paris begins a new one.
policy> asks 2
alice> @obole #envoyer 5€ @bob
obole public> sent-public amount=5.00 EUR to=Bob
obole to alice> sent amount=5.00 EUR to=Bob left=295.00 EUR
obole to bob> received amount=5.00 EUR from=Alice
alice> @obole #envoyer 6€ @bob
obole public> sent-public amount=6.00 EUR to=Bob
obole to alice> sent amount=6.00 EUR to=Bob left=289.00 EUR
obole to bob> received amount=6.00 EUR from=Alice
alice> @obole #envoyer 7€ @bob
obole public> sent-public amount=7.00 EUR to=Bob
obole to alice> sent amount=7.00 EUR to=Bob left=282.00 EUR
obole to bob> received amount=7.00 EUR from=Alice
alice> @obole #envoyer 8€ @carol
obole public> sent-public amount=8.00 EUR to=Carol
obole to alice> sent amount=8.00 EUR to=Carol left=274.00 EUR
obole to carol> received amount=8.00 EUR from=Alice
page alice> ask back pay1
obole to alice> refund-asked amount=5.00 EUR to=Bob until=2026-03-09 10:00
obole to bob> refund-ask amount=5.00 EUR whole=5.00 EUR from=Alice link=/refund/pay1 until=2026-03-09 10:00
page bob> keep pay1
obole to bob> refund-declined amount=5.00 EUR from=Alice
obole to alice> refund-not-given amount=5.00 EUR to=Bob
page alice> ask back pay1
obole to alice> refund-asked amount=5.00 EUR to=Bob until=2026-03-09 10:00
obole to bob> refund-ask amount=5.00 EUR whole=5.00 EUR from=Alice link=/refund/pay1 until=2026-03-09 10:00
page alice> ask back pay2
answer> refused refused-refund_asks_many limit=2
page alice> ask back pay4
obole to alice> refund-asked amount=8.00 EUR to=Carol until=2026-03-09 10:00
obole to carol> refund-ask amount=8.00 EUR whole=8.00 EUR from=Alice link=/refund/pay4 until=2026-03-09 10:00
at 2026-03-03 00:00
page alice> ask back pay2
obole to alice> refund-asked amount=6.00 EUR to=Bob until=2026-03-10 00:00
obole to bob> refund-ask amount=6.00 EUR whole=6.00 EUR from=Alice link=/refund/pay2 until=2026-03-10 00:00
page alice> ask back pay3
obole to alice> refund-asked amount=7.00 EUR to=Bob until=2026-03-10 00:00
obole to bob> refund-ask amount=7.00 EUR whole=7.00 EUR from=Alice link=/refund/pay3 until=2026-03-10 00:00
page carol> refund pay4
obole to alice> refund-received amount=8.00 EUR whole=8.00 EUR from=Carol
obole to carol> refunded amount=8.00 EUR to=Alice left=300.00 EUR
ledger> alice 282.00, bob 318.00
