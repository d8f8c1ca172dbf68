# An impatient finger: the same claim again changes nothing; somebody else's is too late.
alice> @obole #envoyer 20€ @dave
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay1
page bob> claim pay1
obole to alice> claim-asked amount=20.00 EUR to=@dave who=Bob link=/approve/pay1
obole to bob> claim-wait amount=20.00 EUR from=Alice
page bob> claim pay1
answer> done
page carol> claim pay1
answer> refused refused-claim_ended
page bob> give back pay1
answer> refused refused-claim_ended
payments> pay1 claimed
alice direct> oui
obole to bob> received amount=20.00 EUR from=Alice
obole to alice> sent amount=20.00 EUR to=Bob left=280.00 EUR
page bob> claim pay1
answer> refused refused-claim_ended
ledger> alice 280.00, bob 320.00
