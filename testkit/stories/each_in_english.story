# The same to each, in English and in few words.
alice> @obole #send 5EUR each @bob @carol
obole public> sent-each-public amount=5.00 EUR to=Bob, Carol
obole to alice> sent-each total=10.00 EUR amount=5.00 EUR to=Bob, Carol left=290.00 EUR
obole to bob> received amount=5.00 EUR from=Alice
obole to carol> received amount=5.00 EUR from=Alice
ledger> alice 290.00, bob 305.00, carol 305.00
