# The latest five lines, and where the rest is.
bob direct> historique
obole to bob> history-top-up at=2026-03-02 10:00 amount=300.00 EUR
obole to bob> history-more link=/history
alice> @obole #envoyer 1€ @bob
obole public> sent-public amount=1.00 EUR to=Bob
obole to alice> sent amount=1.00 EUR to=Bob left=299.00 EUR
obole to bob> received amount=1.00 EUR from=Alice
alice> @obole #envoyer 2€ @bob
obole public> sent-public amount=2.00 EUR to=Bob
obole to alice> sent amount=2.00 EUR to=Bob left=297.00 EUR
obole to bob> received amount=2.00 EUR from=Alice
alice> @obole #envoyer 3€ @bob
obole public> sent-public amount=3.00 EUR to=Bob
obole to alice> sent amount=3.00 EUR to=Bob left=294.00 EUR
obole to bob> received amount=3.00 EUR from=Alice
alice> @obole #envoyer 4€ @bob
obole public> sent-public amount=4.00 EUR to=Bob
obole to alice> sent amount=4.00 EUR to=Bob left=290.00 EUR
obole to bob> received amount=4.00 EUR from=Alice
alice> @obole #envoyer 5€ @chezlea
obole public> sent-public amount=5.00 EUR to=Chez Léa
obole to alice> sent amount=5.00 EUR to=Chez Léa left=285.00 EUR
obole to chezlea> received-fee fee=0.08 EUR net=4.92 EUR amount=5.00 EUR from=Alice
bob> @obole #historique
obole public> look-public
obole to bob> history-in at=2026-03-02 10:00 amount=4.00 EUR who=Alice
obole to bob> history-in at=2026-03-02 10:00 amount=3.00 EUR who=Alice
obole to bob> history-in at=2026-03-02 10:00 amount=2.00 EUR who=Alice
obole to bob> history-in at=2026-03-02 10:00 amount=1.00 EUR who=Alice
obole to bob> history-top-up at=2026-03-02 10:00 amount=300.00 EUR
obole to bob> history-more link=/history
alice direct> historique
obole to alice> history-out at=2026-03-02 10:00 amount=5.00 EUR who=Chez Léa
obole to alice> history-out at=2026-03-02 10:00 amount=4.00 EUR who=Bob
obole to alice> history-out at=2026-03-02 10:00 amount=3.00 EUR who=Bob
obole to alice> history-out at=2026-03-02 10:00 amount=2.00 EUR who=Bob
obole to alice> history-out at=2026-03-02 10:00 amount=1.00 EUR who=Bob
obole to alice> history-more link=/history
chezlea direct> historique
obole to chezlea> history-fee at=2026-03-02 10:00 amount=0.08 EUR
obole to chezlea> history-in at=2026-03-02 10:00 amount=5.00 EUR who=Alice
obole to chezlea> history-more link=/history
refuge direct> historique
obole to refuge> history-none
refuge direct> suivi
obole to refuge> status-none
