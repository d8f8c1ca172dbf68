# The payment is named; an amount may follow its reference, and nothing is given on a guess.
alice> @obole #envoyer 20€ @bob
obole public> sent-public amount=20.00 EUR to=Bob
obole to alice> sent amount=20.00 EUR to=Bob left=280.00 EUR
obole to bob> received amount=20.00 EUR from=Alice
bob direct> rembourser {pay1} 5€
obole to alice> refund-received amount=5.00 EUR whole=20.00 EUR from=Bob
obole to bob> refunded amount=5.00 EUR to=Alice left=315.00 EUR
bob direct> rembourser 2€ {pay1}
obole to alice> refund-received amount=2.00 EUR whole=20.00 EUR from=Bob
obole to bob> refunded amount=2.00 EUR to=Alice left=313.00 EUR
bob direct> rembourser {pay1} 5
obole to bob> currency_missing name=@obole verb=#rembourser heard=5 write=#rembourser pay_01kjpwd6m0e20sdqkasm9cgzhr 5 € kind=one
bob direct> rembourser seulement 5 euros de {pay1}
obole to bob> what_missing name=@obole verb=#rembourser heard= write=#rembourser … 5 € kind=one
bob direct> rembourser 5€
obole to bob> refused-what_missing
bob direct> rembourser pay_nobody 5€
obole to bob> refused-payment_unknown
bob direct> rembourser {pay1} 14€
obole to bob> refused-refund_too_much amount=14.00 EUR left=13.00 EUR
bob direct> rembourser {pay1} 5 GBP
obole to bob> refused-refund_currency currency=EUR
ledger> alice 287.00, bob 313.00
alice direct> suivi
obole to alice> status-refunded refunded=7.00 EUR amount=20.00 EUR to=Bob state=paid
