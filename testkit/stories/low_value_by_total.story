# Field guide 5.1, counted by total: 30.00 after 0, 30.01, 30 after 100.00, 30 after 100.01.
admin> credit alice 500.00 EUR
obole to alice> credited amount=500.00 EUR reference=transfer for alice
alice> @obole #envoyer 30,01€ @bob
obole public> look-public
obole to alice> approve-please amount=30.01 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
alice direct> non
obole to alice> declined amount=30.01 EUR to=Bob
alice> @obole #envoyer 30€ @bob
obole public> sent-public amount=30.00 EUR to=Bob
obole to alice> sent amount=30.00 EUR to=Bob left=770.00 EUR
obole to bob> received amount=30.00 EUR from=Alice
alice> @obole #envoyer 30€ @carol
obole public> sent-public amount=30.00 EUR to=Carol
obole to alice> sent amount=30.00 EUR to=Carol left=740.00 EUR
obole to carol> received amount=30.00 EUR from=Alice
alice> @obole #envoyer 30€ @refuge
obole public> gave-public amount=30.00 EUR to=Le Refuge
obole to alice> gave amount=30.00 EUR to=Le Refuge left=710.00 EUR
obole to refuge> received amount=30.00 EUR from=Alice
alice> @obole #envoyer 10€ @bob
obole public> sent-public amount=10.00 EUR to=Bob
obole to alice> sent amount=10.00 EUR to=Bob left=700.00 EUR
obole to bob> received amount=10.00 EUR from=Alice
# 100.00 before this one: exempt.
alice> @obole #envoyer 30€ @chezlea
obole public> sent-public amount=30.00 EUR to=Chez Léa
obole to alice> sent amount=30.00 EUR to=Chez Léa left=670.00 EUR
obole to chezlea> received-fee fee=0.45 EUR net=29.55 EUR amount=30.00 EUR from=Alice
# 130.00 before this one.
alice> @obole #envoyer 0,01€ @bob
obole public> look-public
obole to alice> approve-please amount=0.01 EUR to=Bob link=/approve/pay7 until=2026-03-02 11:00
page alice> approve pay7 pin 123456
obole to alice> sent amount=0.01 EUR to=Bob left=669.99 EUR
obole to bob> received amount=0.01 EUR from=Alice
# A strong approval begins the count again.
alice> @obole #envoyer 29€ @bob
obole public> sent-public amount=29.00 EUR to=Bob
obole to alice> sent amount=29.00 EUR to=Bob left=640.99 EUR
obole to bob> received amount=29.00 EUR from=Alice
alice> @obole #envoyer 29€ @carol
obole public> sent-public amount=29.00 EUR to=Carol
obole to alice> sent amount=29.00 EUR to=Carol left=611.99 EUR
obole to carol> received amount=29.00 EUR from=Alice
alice> @obole #envoyer 29€ @refuge
obole public> gave-public amount=29.00 EUR to=Le Refuge
obole to alice> gave amount=29.00 EUR to=Le Refuge left=582.99 EUR
obole to refuge> received amount=29.00 EUR from=Alice
alice> @obole #envoyer 13,01€ @bob
obole public> sent-public amount=13.01 EUR to=Bob
obole to alice> sent amount=13.01 EUR to=Bob left=569.98 EUR
obole to bob> received amount=13.01 EUR from=Alice
# 100.01 before this one.
alice> @obole #envoyer 30€ @dave
obole public> look-public
obole to alice> approve-please amount=30.00 EUR to=@dave link=/approve/pay12 until=2026-03-02 11:00
ledger> alice 569.98, bob 382.02, carol 359.00, chezlea 29.55, refuge 59.00, fees 0.45
