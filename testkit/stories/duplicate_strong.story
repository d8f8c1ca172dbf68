# A doubt about a large payment: first the question, then the approval; another amount or payee is no repeat.
alice> @obole #envoyer 50€ @bob
obole public> look-public
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
page alice> approve pay1 pin 123456
obole to alice> sent amount=50.00 EUR to=Bob left=250.00 EUR
obole to bob> received amount=50.00 EUR from=Alice
alice> @obole #envoyer 50€ @bob
obole public> look-public
obole to alice> duplicate amount=50.00 EUR to=Bob ago-at=2026-03-02 10:00
alice direct> oui
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay2 until=2026-03-02 11:00
page alice> approve pay2 pin 123456
obole to alice> sent amount=50.00 EUR to=Bob left=200.00 EUR
obole to bob> received amount=50.00 EUR from=Alice
alice> @obole #envoyer 50€ @carol
obole public> look-public
obole to alice> approve-please amount=50.00 EUR to=Carol link=/approve/pay3 until=2026-03-02 11:00
page alice> approve pay3
answer> refused refused-pin_wrong left=5
alice> @obole #envoyer 50€ @bob
obole public> look-public
obole to alice> duplicate amount=50.00 EUR to=Bob ago-at=2026-03-02 10:00
page alice> approve pay4 pin 123456
obole to alice> sent amount=50.00 EUR to=Bob left=150.00 EUR
obole to bob> received amount=50.00 EUR from=Alice
ledger> alice 150.00, bob 450.00
