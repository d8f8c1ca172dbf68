# A payment is its payer's business: nobody else approves, declines or cancels it.
alice> @obole #envoyer 50€ @bob
obole public> look-public
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
page bob> approve pay1 pin 123456
answer> refused refused-payment_unknown
page bob> decline pay1
answer> refused refused-payment_unknown
page bob> cancel pay1
answer> refused refused-payment_unknown
page alice> approve pay9 pin 123456
answer> refused refused-payment_unknown
page alice> decline pay1
obole to alice> declined amount=50.00 EUR to=Bob
page alice> decline pay1
answer> refused refused-already_ended state=declined
page alice> cancel pay1
answer> refused refused-already_ended state=declined
page alice> approve pay1 pin 123456
answer> refused refused-already_ended state=declined
alice> @obole #envoyer 20€ @dave
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay2
page alice> decline pay2
answer> refused refused-nothing_to_cancel
page alice> approve pay2 pin 123456
answer> refused refused-approval_changed
payments> pay1 declined, pay2 held
