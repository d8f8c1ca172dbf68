# The ten minutes of a question count from when it was asked, not from the order.
alice> @obole #envoyer 50€ @bob
obole public> look-public
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
page alice> approve pay1 pin 123456
obole to alice> sent amount=50.00 EUR to=Bob left=250.00 EUR
obole to bob> received amount=50.00 EUR from=Alice
alice> @obole #envoyer 50€ @bob
obole public> look-public
obole to alice> duplicate amount=50.00 EUR to=Bob ago-at=2026-03-02 10:00
+ 9 minutes
alice direct> oui
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay2 until=2026-03-02 11:09
+ 9 minutes
alice direct> non
obole to alice> declined amount=50.00 EUR to=Bob
payments> pay1 paid, pay2 declined
