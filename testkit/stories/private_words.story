# Asked by direct message, everything is answered there.
alice direct> envoyer 12€ @bob
obole to alice> sent amount=12.00 EUR to=Bob left=288.00 EUR
obole to bob> received amount=12.00 EUR from=Alice
alice direct> envoyer 300€ @bob
obole to alice> refused-payment_limit amount=300.00 EUR limit=250.00 EUR
alice direct> envoyer 20€ @dave
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay2
alice direct> envoyer 50€ @bob
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay3 until=2026-03-02 11:00
alice direct> annuler
obole to alice> cancelled amount=50.00 EUR to=Bob
ledger> alice 268.00 held 20.00, bob 312.00
