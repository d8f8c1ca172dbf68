# "oui" answers one question only; with two open, it must be said which.
alice direct> oui
obole to alice> refused-what_missing
alice direct> non
obole to alice> refused-what_missing
alice> @obole #envoyer 12€ @bob
obole public> sent-public amount=12.00 EUR to=Bob
obole to alice> sent amount=12.00 EUR to=Bob left=288.00 EUR
obole to bob> received amount=12.00 EUR from=Alice
alice> @obole #envoyer 12€ @bob
obole public> look-public
obole to alice> duplicate amount=12.00 EUR to=Bob ago-at=2026-03-02 10:00
alice> @obole #envoyer 12€ @bob
obole public> look-public
obole to alice> duplicate amount=12.00 EUR to=Bob ago-at=2026-03-02 10:00
alice direct> oui
obole to alice> refused-what_missing
page alice> decline pay2
obole to alice> declined amount=12.00 EUR to=Bob
alice direct> oui
obole to alice> sent amount=12.00 EUR to=Bob left=276.00 EUR
obole to bob> received amount=12.00 EUR from=Alice
alice> @obole #envoyer 60€ @bob
obole public> look-public
obole to alice> approve-please amount=60.00 EUR to=Bob link=/approve/pay4 until=2026-03-02 11:00
+ 11 minutes
alice direct> oui
obole to alice> refused-what_missing
page alice> approve pay4 pin 123456
obole to alice> sent amount=60.00 EUR to=Bob left=216.00 EUR
obole to bob> received amount=60.00 EUR from=Alice
ledger> alice 216.00, bob 384.00
