# Of an order to several, each gives back their own part; the payer says which one is meant.
alice [each]> @obole #envoyer 6€ chacun à @bob @carol @zoe
obole public> sent-each-public amount=6.00 EUR to=Bob, Carol
obole to alice> sent-each total=12.00 EUR amount=6.00 EUR to=Bob, Carol left=282.00 EUR
obole to alice> set-aside amount=6.00 EUR to=@zoe until=2026-03-09 10:00 link=/claim/pay3
obole to bob> received amount=6.00 EUR from=Alice
obole to carol> received amount=6.00 EUR from=Alice
bob re each> @obole #rembourser
obole public> look-public
obole to alice> refund-received amount=6.00 EUR whole=6.00 EUR from=Bob
obole to bob> refunded amount=6.00 EUR to=Alice left=300.00 EUR
carol re each> @obole #rembourser 1€
obole public> look-public
obole to alice> refund-received amount=1.00 EUR whole=6.00 EUR from=Carol
obole to carol> refunded amount=1.00 EUR to=Alice left=305.00 EUR
chezlea re each> @obole #rembourser
obole public> look-public
obole to chezlea> refused-not_yours
alice re each> @obole #rembourser
obole public> look-public
obole to alice> refused-what_missing
alice direct> rembourser {pay2}
obole to alice> refund-asked amount=5.00 EUR to=Carol until=2026-03-09 10:00
obole to carol> refund-ask amount=5.00 EUR whole=6.00 EUR from=Alice link=/refund/pay2 until=2026-03-09 10:00
page carol> refund pay2
obole to alice> refund-received amount=5.00 EUR whole=6.00 EUR from=Carol
obole to carol> refunded amount=5.00 EUR to=Alice left=300.00 EUR
ledger> alice 294.00 held 6.00
payments> pay1 paid, pay2 paid, pay3 held
