# A strong approval of a small payment begins the count again; a page without PIN is enough for an exempt one.
alice> @obole #envoyer 10€ @bob
obole public> sent-public amount=10.00 EUR to=Bob
obole to alice> sent amount=10.00 EUR to=Bob left=290.00 EUR
obole to bob> received amount=10.00 EUR from=Alice
alice> @obole #envoyer 10€ @bob
obole public> look-public
obole to alice> duplicate amount=10.00 EUR to=Bob ago-at=2026-03-02 10:00
page alice> approve pay2
obole to alice> sent amount=10.00 EUR to=Bob left=280.00 EUR
obole to bob> received amount=10.00 EUR from=Alice
alice> @obole #envoyer 10€ @bob
obole public> look-public
obole to alice> duplicate amount=10.00 EUR to=Bob ago-at=2026-03-02 10:00
page alice> approve pay3 pin 123456
obole to alice> sent amount=10.00 EUR to=Bob left=270.00 EUR
obole to bob> received amount=10.00 EUR from=Alice
ledger> alice 270.00, bob 330.00
