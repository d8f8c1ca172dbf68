# Above the small amount the payer approves on the page, by PIN.
alice> @obole #envoyer 50€ @bob pour le resto
obole public> look-public
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
ledger> nothing moved
page alice> approve pay1
answer> refused refused-pin_wrong left=5
page alice> approve pay1 pin 000000
answer> refused refused-pin_wrong left=4
page bob> approve pay1 pin 123456
answer> refused refused-payment_unknown
page alice> approve pay1 pin 123456
obole to alice> sent amount=50.00 EUR to=Bob left=250.00 EUR
obole to bob> received-memo memo=pour le resto amount=50.00 EUR from=Alice
ledger> alice 250.00, bob 350.00
page alice> approve pay1 pin 123456
answer> refused refused-already_paid to=Bob
page alice> decline pay1
answer> refused refused-already_paid to=Bob
page alice> cancel pay1
answer> refused refused-already_paid to=Bob
