# The question is open for ten minutes, to the second, whether a timer ran or not.
alice> @obole #envoyer 12€ @bob
obole public> sent-public amount=12.00 EUR to=Bob
obole to alice> sent amount=12.00 EUR to=Bob left=288.00 EUR
obole to bob> received amount=12.00 EUR from=Alice
alice> @obole #envoyer 12€ @bob
obole public> look-public
obole to alice> duplicate amount=12.00 EUR to=Bob ago-at=2026-03-02 10:00
+ 10 minutes late
alice direct> oui
obole to alice> refused-what_missing
timers>
obole to alice> approval-expired amount=12.00 EUR to=Bob
payments> pay1 paid, pay2 expired
ledger> alice 288.00, bob 312.00
