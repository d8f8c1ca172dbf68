# Under a licence, nobody holds money who is not identified.
policy> regime licensed
admin> add dave Dave person 1
obole to dave> welcome
admin> credit dave 5.00 EUR
answer> refused refused-regime regime=licensed
alice> @obole #envoyer 5€ @dave
obole public> look-public
obole to alice> refused-payee_unavailable to=Dave
alice> @obole #envoyer 5€ @someone
obole public> look-public
obole to alice> set-aside amount=5.00 EUR to=@someone until=2026-03-09 10:00 link=/claim/pay1
page dave> claim pay1
answer> refused refused-payee_unavailable to=Dave
admin> add erin Erin person 2
obole to erin> welcome
page erin> claim pay1
obole to alice> claim-asked amount=5.00 EUR to=@someone who=Erin link=/approve/pay1
obole to erin> claim-wait amount=5.00 EUR from=Alice
alice direct> oui
obole to erin> received amount=5.00 EUR from=Alice
obole to alice> sent amount=5.00 EUR to=Erin left=295.00 EUR
ledger> alice 295.00, erin 5.00
