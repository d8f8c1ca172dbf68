# Some have an account and some do not: who has is paid, the rest is set aside and ends one by one.
alice> @obole #envoyer 7€ chacun à @bob @dave @erin
obole public> sent-public amount=7.00 EUR to=Bob
obole to alice> sent amount=7.00 EUR to=Bob left=279.00 EUR
obole to alice> set-aside amount=7.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay2
obole to alice> set-aside amount=7.00 EUR to=@erin until=2026-03-09 10:00 link=/claim/pay3
obole to bob> received amount=7.00 EUR from=Alice
ledger> alice 279.00 held 14.00, bob 307.00
payments> pay1 paid, pay2 held, pay3 held
page carol> claim pay2
obole to alice> claim-asked amount=7.00 EUR to=@dave who=Carol link=/approve/pay2
obole to carol> claim-wait amount=7.00 EUR from=Alice
alice direct> oui
obole to carol> received amount=7.00 EUR from=Alice
obole to alice> sent amount=7.00 EUR to=Carol left=279.00 EUR
alice direct> annuler
obole to alice> cancelled amount=7.00 EUR to=@erin
payments> pay1 paid, pay2 paid, pay3 cancelled
ledger> alice 286.00, carol 307.00
