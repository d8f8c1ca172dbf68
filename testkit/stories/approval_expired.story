# An approval may be given for an hour, to the second.
alice> @obole #envoyer 50€ @bob
obole public> look-public
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
alice> @obole #envoyer 60€ @bob
obole public> look-public
obole to alice> approve-please amount=60.00 EUR to=Bob link=/approve/pay2 until=2026-03-02 11:00
+ 59 minutes
page alice> approve pay1 pin 123456
obole to alice> sent amount=50.00 EUR to=Bob left=250.00 EUR
obole to bob> received amount=50.00 EUR from=Alice
+ 1 minute late
page alice> approve pay2 pin 123456
answer> refused refused-approval_expired
timers>
obole to alice> approval-expired amount=60.00 EUR to=Bob
page alice> approve pay2 pin 123456
answer> refused refused-already_ended state=expired
payments> pay1 paid, pay2 expired
ledger> alice 250.00, bob 350.00
