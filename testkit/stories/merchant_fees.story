# A merchant pays 1.5 %, rounded half to even on each payment, out of what it receives.
alice> @obole #envoyer 10€ @chezlea le menu
obole public> sent-public amount=10.00 EUR to=Chez Léa
obole to alice> sent amount=10.00 EUR to=Chez Léa left=290.00 EUR
obole to chezlea> received-fee fee=0.15 EUR net=9.85 EUR amount=10.00 EUR from=Alice
alice> @obole #envoyer 1€ @chezlea
obole public> sent-public amount=1.00 EUR to=Chez Léa
obole to alice> sent amount=1.00 EUR to=Chez Léa left=289.00 EUR
obole to chezlea> received-fee fee=0.02 EUR net=0.98 EUR amount=1.00 EUR from=Alice
alice> @obole #envoyer 3€ @chezlea
obole public> sent-public amount=3.00 EUR to=Chez Léa
obole to alice> sent amount=3.00 EUR to=Chez Léa left=286.00 EUR
obole to chezlea> received-fee fee=0.04 EUR net=2.96 EUR amount=3.00 EUR from=Alice
alice> @obole #envoyer 5€ @chezlea
obole public> sent-public amount=5.00 EUR to=Chez Léa
obole to alice> sent amount=5.00 EUR to=Chez Léa left=281.00 EUR
obole to chezlea> received-fee fee=0.08 EUR net=4.92 EUR amount=5.00 EUR from=Alice
alice> @obole #envoyer 0,33€ @chezlea
obole public> sent-public amount=0.33 EUR to=Chez Léa
obole to alice> sent amount=0.33 EUR to=Chez Léa left=280.67 EUR
obole to chezlea> received amount=0.33 EUR from=Alice
alice> @obole #envoyer 0,34€ @chezlea
obole public> sent-public amount=0.34 EUR to=Chez Léa
obole to alice> sent amount=0.34 EUR to=Chez Léa left=280.33 EUR
obole to chezlea> received-fee fee=0.01 EUR net=0.33 EUR amount=0.34 EUR from=Alice
alice> @obole #envoyer 80€ @chezlea
obole public> look-public
obole to alice> approve-please amount=80.00 EUR to=Chez Léa link=/approve/pay7 until=2026-03-02 11:00
page alice> approve pay7 pin 123456
obole to alice> sent amount=80.00 EUR to=Chez Léa left=200.33 EUR
obole to chezlea> received-fee fee=1.20 EUR net=78.80 EUR amount=80.00 EUR from=Alice
ledger> alice 200.33, chezlea 98.17, fees 1.50
chezlea direct> historique
obole to chezlea> history-fee at=2026-03-02 10:00 amount=1.20 EUR
obole to chezlea> history-in at=2026-03-02 10:00 amount=80.00 EUR who=Alice
obole to chezlea> history-fee at=2026-03-02 10:00 amount=0.01 EUR
obole to chezlea> history-in at=2026-03-02 10:00 amount=0.34 EUR who=Alice
obole to chezlea> history-in at=2026-03-02 10:00 amount=0.33 EUR who=Alice
obole to chezlea> history-more link=/history
