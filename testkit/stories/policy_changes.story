# Between the question and the approval the operator changes the policy: the new one decides.
alice> @obole #envoyer 100€ @chezlea
obole public> look-public
obole to alice> approve-please amount=100.00 EUR to=Chez Léa link=/approve/pay1 until=2026-03-02 11:00
admin> policy fee 200
page alice> approve pay1 pin 123456
obole to alice> sent amount=100.00 EUR to=Chez Léa left=200.00 EUR
obole to chezlea> received-fee fee=2.00 EUR net=98.00 EUR amount=100.00 EUR from=Alice
ledger> alice 200.00, chezlea 98.00, fees 2.00
alice> @obole #envoyer 20€ @bob
obole public> sent-public amount=20.00 EUR to=Bob
obole to alice> sent amount=20.00 EUR to=Bob left=180.00 EUR
obole to bob> received amount=20.00 EUR from=Alice
alice> @obole #envoyer 20€ @bob
obole public> look-public
obole to alice> duplicate amount=20.00 EUR to=Bob ago-at=2026-03-02 10:00
admin> policy exempt 0 0
alice direct> oui
obole to alice> approve-please amount=20.00 EUR to=Bob link=/approve/pay3 until=2026-03-02 11:00
payments> pay1 paid, pay2 paid, pay3 asked
page alice> approve pay3 pin 123456
obole to alice> sent amount=20.00 EUR to=Bob left=160.00 EUR
obole to bob> received amount=20.00 EUR from=Alice
ledger> alice 160.00, bob 340.00
