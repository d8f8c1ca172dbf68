# The same of several: each sees their own, the author is told when all have paid.
alice [ask]> @obole #demander 5€ chacun à @bob @carol pour le cadeau
obole public> look-public
obole to alice> request-sent-each amount=5.00 EUR total=10.00 EUR to=Bob, Carol until=2026-04-01 11:00 link=/request/bill1
obole to bob> request-received-memo from=Alice amount=5.00 EUR memo=pour le cadeau until=2026-04-01 11:00 link=/approve/bill1
obole to carol> request-received-memo from=Alice amount=5.00 EUR memo=pour le cadeau until=2026-04-01 11:00 link=/approve/bill2
page bob> approve bill1
obole to bob> sent amount=5.00 EUR to=Alice left=295.00 EUR
obole to alice> received-memo memo=pour le cadeau amount=5.00 EUR from=Bob
bob re ask> @obole #suivi
obole public> look-public
obole to bob> request-status amount=5.00 EUR from=Alice to=Bob state=paid
alice direct> statut
obole to alice> split-status paid=5.00 EUR asked=10.00 EUR count=1 link=/request/bill1
page carol> approve bill2
obole to carol> sent amount=5.00 EUR to=Alice left=295.00 EUR
obole to alice> received-memo memo=pour le cadeau amount=5.00 EUR from=Carol
obole to alice> request-complete total=10.00 EUR count=2 link=/request/bill1
alice re ask> @obole #status
obole public> look-public
obole to alice> split-status paid=10.00 EUR asked=10.00 EUR count=0 link=/request/bill1
carol re ask> @obole #suivi
obole public> look-public
obole to carol> refused-payment_unknown
ledger> alice 310.00, bob 295.00, carol 295.00
