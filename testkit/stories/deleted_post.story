# A deletion before the end cancels; after it, nothing changes.
alice [ask]> @obole #envoyer 50€ @bob
obole public> look-public
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
delete ask
obole to alice> cancelled amount=50.00 EUR to=Bob
payments> pay1 cancelled
alice [set]> @obole #envoyer 20€ @dave
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay2
delete set
obole to alice> cancelled amount=20.00 EUR to=@dave
delete set
answer> done
payments> pay1 cancelled, pay2 cancelled
alice [paid]> @obole #envoyer 12€ @bob
obole public> sent-public amount=12.00 EUR to=Bob
obole to alice> sent amount=12.00 EUR to=Bob left=288.00 EUR
obole to bob> received amount=12.00 EUR from=Alice
delete paid
answer> done
payments> pay1 cancelled, pay2 cancelled, pay3 paid
alice [each]> @obole #envoyer 10€ chacun à @bob @dave @erin
obole public> sent-public amount=10.00 EUR to=Bob
obole to alice> sent amount=10.00 EUR to=Bob left=258.00 EUR
obole to alice> set-aside amount=10.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay5
obole to alice> set-aside amount=10.00 EUR to=@erin until=2026-03-09 10:00 link=/claim/pay6
obole to bob> received amount=10.00 EUR from=Alice
delete each
obole to alice> cancelled amount=10.00 EUR to=@dave, @erin
payments> pay1 cancelled, pay2 cancelled, pay3 paid, pay4 paid, pay5 cancelled, pay6 cancelled
ledger> alice 278.00, bob 322.00
alice [talk]> bonjour
answer> nothing
delete talk
answer> done
