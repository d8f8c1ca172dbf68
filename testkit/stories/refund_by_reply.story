# The payee answers the post that paid and gives it back, in parts; the fee comes back in proportion, in the end all of it.
alice [menu]> @obole #envoyer 20€ @chezlea le menu
obole public> sent-public amount=20.00 EUR to=Chez Léa
obole to alice> sent amount=20.00 EUR to=Chez Léa left=280.00 EUR
obole to chezlea> received-fee fee=0.30 EUR net=19.70 EUR amount=20.00 EUR from=Alice
ledger> alice 280.00, chezlea 19.70, fees 0.30
chezlea re menu> @obole #rembourser 5€
obole public> look-public
obole to alice> refund-received amount=5.00 EUR whole=20.00 EUR from=Chez Léa
obole to chezlea> refunded-fee fee=0.08 EUR amount=5.00 EUR to=Alice left=14.78 EUR
ledger> alice 285.00, chezlea 14.78, fees 0.22
chezlea re menu> @obole #rembourser 5,01€
obole public> look-public
obole to alice> refund-received amount=5.01 EUR whole=20.00 EUR from=Chez Léa
obole to chezlea> refunded-fee fee=0.07 EUR amount=5.01 EUR to=Alice left=9.84 EUR
ledger> alice 290.01, chezlea 9.84, fees 0.15
chezlea re menu [rest]> @obole #rembourser
obole public> look-public
obole to alice> refund-received amount=9.99 EUR whole=20.00 EUR from=Chez Léa
obole to chezlea> refunded-fee fee=0.15 EUR amount=9.99 EUR to=Alice left=0.00 EUR
ledger> alice 300.00, chezlea 0.00, fees 0.00
again rest
answer> the same as before
ledger> nothing moved
chezlea re menu> @obole #rembourser
obole public> look-public
obole to chezlea> refused-refund_done
chezlea direct> historique
obole to chezlea> history-refund-out at=2026-03-02 10:00 amount=9.99 EUR who=Alice
obole to chezlea> history-fee-back at=2026-03-02 10:00 amount=0.15 EUR
obole to chezlea> history-refund-out at=2026-03-02 10:00 amount=5.01 EUR who=Alice
obole to chezlea> history-fee-back at=2026-03-02 10:00 amount=0.07 EUR
obole to chezlea> history-refund-out at=2026-03-02 10:00 amount=5.00 EUR who=Alice
obole to chezlea> history-more link=/history
alice direct> historique
obole to alice> history-refund-in at=2026-03-02 10:00 amount=9.99 EUR who=Chez Léa
obole to alice> history-refund-in at=2026-03-02 10:00 amount=5.01 EUR who=Chez Léa
obole to alice> history-refund-in at=2026-03-02 10:00 amount=5.00 EUR who=Chez Léa
obole to alice> history-out at=2026-03-02 10:00 amount=20.00 EUR who=Chez Léa
obole to alice> history-top-up at=2026-03-02 10:00 amount=300.00 EUR
obole to alice> history-more link=/history
alice re menu> @obole #suivi
obole public> look-public
obole to alice> status-refunded refunded=20.00 EUR amount=20.00 EUR to=Chez Léa state=paid
