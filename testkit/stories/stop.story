# Stop: bob hears answers and what he must decide, nothing else, until he switches it on again.
bob> @obole #stop
obole public> look-public
obole to bob> stopped link=/me
alice> @obole #envoyer 5€ @bob
obole public> sent-public amount=5.00 EUR to=Bob
obole to alice> sent amount=5.00 EUR to=Bob left=295.00 EUR
alice> @obole #demander 5€ @bob
obole public> look-public
obole to alice> request-sent amount=5.00 EUR to=Bob until=2026-04-01 11:00 link=/request/bill1
bob direct> solde
obole to bob> balance available=305.00 EUR
bob> @obole #envoyer 20€ @dave
obole public> look-public
obole to bob> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay2
page carol> claim pay2
obole to bob> claim-asked amount=20.00 EUR to=@dave who=Carol link=/approve/pay2
obole to carol> claim-wait amount=20.00 EUR from=Bob
page bob> decline pay2
obole to carol> claim-turned-away amount=20.00 EUR from=Bob
admin> freeze bob
obole to bob> frozen
admin> release bob
obole to bob> released
door> bob
obole to bob> login-link link=/door/… until=2026-03-02 10:15
page bob> stop
answer> done
page bob> start
answer> done
alice> @obole #envoyer 6€ @bob
obole public> sent-public amount=6.00 EUR to=Bob
obole to alice> sent amount=6.00 EUR to=Bob left=289.00 EUR
obole to bob> received amount=6.00 EUR from=Alice
page bob> start
answer> done
ledger> alice 289.00, bob 291.00 held 20.00
