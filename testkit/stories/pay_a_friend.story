# A small post is its own consent: paid at once, told in public without a balance, in private with it.
alice> @obole #envoyer 12€ @bob
obole public> sent-public amount=12.00 EUR to=Bob
obole to alice> sent amount=12.00 EUR to=Bob left=288.00 EUR
obole to bob> received amount=12.00 EUR from=Alice
ledger> alice 288.00, bob 312.00
alice direct> solde
obole to alice> balance available=288.00 EUR
bob direct> historique
obole to bob> history-in at=2026-03-02 10:00 amount=12.00 EUR who=Alice
obole to bob> history-top-up at=2026-03-02 10:00 amount=300.00 EUR
obole to bob> history-more link=/history
alice> @obole #suivi
obole public> look-public
obole to alice> status amount=12.00 EUR to=Bob state=paid
payments> pay1 paid
