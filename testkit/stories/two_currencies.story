# Each currency has its own wallet; nothing is exchanged.
policy> currency GBP
admin> credit alice 50.00 GBP
obole to alice> credited amount=50.00 GBP reference=transfer for alice
alice> @obole #envoyer 5GBP @bob
obole public> sent-public amount=5.00 GBP to=Bob
obole to alice> sent amount=5.00 GBP to=Bob left=45.00 GBP
obole to bob> received amount=5.00 GBP from=Alice
alice direct> solde
obole to alice> balance available=300.00 EUR
obole to alice> balance available=45.00 GBP
bob direct> solde
obole to bob> balance available=300.00 EUR
obole to bob> balance available=5.00 GBP
alice> @obole #envoyer 45,01GBP @carol
obole public> look-public
obole to alice> refused-insufficient_funds amount=45.01 GBP available=45.00 GBP
ledger> alice 45.00 GBP, bob 5.00 GBP
# The history has every currency.
alice> @obole #historique
obole public> look-public
obole to alice> history-top-up at=2026-03-02 10:00 amount=300.00 EUR
obole to alice> history-out at=2026-03-02 10:00 amount=5.00 GBP who=Bob
obole to alice> history-top-up at=2026-03-02 10:00 amount=50.00 GBP
obole to alice> history-more link=/history
