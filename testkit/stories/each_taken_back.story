# What is still open of the order goes back together.
alice> @obole #envoyer 5€ chacun à @bob @dave @erin @fred @gina @hugo
obole public> sent-public amount=5.00 EUR to=Bob
obole to alice> sent amount=5.00 EUR to=Bob left=270.00 EUR
obole to alice> set-aside amount=5.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay2
obole to alice> set-aside amount=5.00 EUR to=@erin until=2026-03-09 10:00 link=/claim/pay3
obole to alice> set-aside amount=5.00 EUR to=@fred until=2026-03-09 10:00 link=/claim/pay4
obole to alice> set-aside amount=5.00 EUR to=@gina until=2026-03-09 10:00 link=/claim/pay5
obole to alice> set-aside amount=5.00 EUR to=@hugo until=2026-03-09 10:00 link=/claim/pay6
obole to bob> received amount=5.00 EUR from=Alice
page carol> claim pay3
obole to alice> claim-asked amount=5.00 EUR to=@erin who=Carol link=/approve/pay3
obole to carol> claim-wait amount=5.00 EUR from=Alice
page alice> cancel pay2
obole to carol> claim-turned-away amount=5.00 EUR from=Alice
obole to alice> cancelled amount=5.00 EUR to=@dave, @erin, @fred, @gina, @hugo
payments> pay1 paid, pay2 cancelled, pay3 cancelled, pay4 cancelled, pay5 cancelled, pay6 cancelled
ledger> alice 295.00, bob 305.00
bob [big]> @obole #envoyer 40€ chacun à @alice @carol
obole public> look-public
obole to bob> approve-please-each total=80.00 EUR count=2 link=/approve/pay7 until=2026-03-02 11:00
page bob> decline pay8
obole to bob> declined amount=40.00 EUR to=Alice, Carol
bob> @obole #envoyer 41€ chacun à @alice @carol
obole public> look-public
obole to bob> approve-please-each total=82.00 EUR count=2 link=/approve/pay9 until=2026-03-02 11:00
+ 1 hour
obole to bob> approval-expired amount=41.00 EUR to=Alice, Carol
payments> pay1 paid, pay2 cancelled, pay3 cancelled, pay4 cancelled, pay5 cancelled, pay6 cancelled, pay7 declined, pay8 declined, pay9 expired, pay10 expired
