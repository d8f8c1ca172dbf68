# A bare yes pays no request: it leads to the page. A request never stands in the way of one's own payments.
bob> @obole #demander 12€ @alice
obole public> look-public
obole to bob> request-sent amount=12.00 EUR to=Alice until=2026-04-01 11:00 link=/request/bill1
obole to alice> request-received from=Bob amount=12.00 EUR until=2026-04-01 11:00 link=/approve/bill1
alice direct> oui
obole to alice> approve-please amount=12.00 EUR to=Bob link=/approve/bill1 until=2026-04-01 11:00
alice> @obole #envoyer 5€ @carol
obole public> sent-public amount=5.00 EUR to=Carol
obole to alice> sent amount=5.00 EUR to=Carol left=295.00 EUR
obole to carol> received amount=5.00 EUR from=Alice
alice> @obole #envoyer 5€ @carol
obole public> look-public
obole to alice> duplicate amount=5.00 EUR to=Carol ago-at=2026-03-02 10:00
alice direct> oui
obole to alice> sent amount=5.00 EUR to=Carol left=290.00 EUR
obole to carol> received amount=5.00 EUR from=Alice
bob> @obole #demander 13€ @alice
obole public> look-public
obole to bob> request-sent amount=13.00 EUR to=Alice until=2026-04-01 11:00 link=/request/bill2
obole to alice> request-received from=Bob amount=13.00 EUR until=2026-04-01 11:00 link=/approve/bill2
alice direct> oui
obole to alice> refused-what_missing
alice direct> non
obole to alice> refused-what_missing
+ 11 minutes
alice direct> non
obole to alice> refused-what_missing
ledger> alice 290.00, carol 310.00
page alice> approve bill2
obole to alice> sent amount=13.00 EUR to=Bob left=277.00 EUR
obole to bob> received amount=13.00 EUR from=Alice
ledger> alice 277.00, bob 313.00
