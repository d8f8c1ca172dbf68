# "chacun": the same amount to each, refused, asked or carried out as a whole.
alice> @obole #envoyer 10€ chacun à @bob et @carol
obole public> sent-each-public amount=10.00 EUR to=Bob, Carol
obole to alice> sent-each total=20.00 EUR amount=10.00 EUR to=Bob, Carol left=280.00 EUR
obole to bob> received amount=10.00 EUR from=Alice
obole to carol> received amount=10.00 EUR from=Alice
ledger> alice 280.00, bob 310.00, carol 310.00
alice> @obole #envoyer 20€ chacun à @bob et @carol
obole public> look-public
obole to alice> approve-please-each total=40.00 EUR count=2 link=/approve/pay3 until=2026-03-02 11:00
page alice> approve pay3 pin 123456
obole to alice> sent-each total=40.00 EUR amount=20.00 EUR to=Bob, Carol left=240.00 EUR
obole to bob> received amount=20.00 EUR from=Alice
obole to carol> received amount=20.00 EUR from=Alice
ledger> alice 240.00, bob 330.00, carol 330.00
payments> pay1 paid, pay2 paid, pay3 paid, pay4 paid
alice> @obole #envoyer 130€ chacun à @bob et @carol
obole public> look-public
obole to alice> refused-insufficient_funds amount=260.00 EUR available=240.00 EUR
alice> @obole #envoyer 1€ chacun à @bob @bob
obole public> sent-public amount=1.00 EUR to=Bob
obole to alice> sent amount=1.00 EUR to=Bob left=239.00 EUR
obole to bob> received amount=1.00 EUR from=Alice
alice> @obole #envoyer 5€ chacun à @bob et @alice
obole public> look-public
obole to alice> refused-recipient_self
ledger> alice 239.00, bob 331.00
