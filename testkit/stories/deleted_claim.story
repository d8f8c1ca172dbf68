# A post that is deleted while somebody claims its money.
alice [set]> @obole #envoyer 20€ @dave
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay1
page bob> claim pay1
obole to alice> claim-asked amount=20.00 EUR to=@dave who=Bob link=/approve/pay1
obole to bob> claim-wait amount=20.00 EUR from=Alice
delete set
obole to bob> claim-turned-away amount=20.00 EUR from=Alice
obole to alice> cancelled amount=20.00 EUR to=@dave
payments> pay1 cancelled
ledger> nothing moved
