# Field guide 5.1, counted by number: the sixth in a row is exempt, the seventh is not.
policy> counter number 5
alice> @obole #envoyer 30€ @bob
obole public> sent-public amount=30.00 EUR to=Bob
obole to alice> sent amount=30.00 EUR to=Bob left=270.00 EUR
obole to bob> received amount=30.00 EUR from=Alice
alice> @obole #envoyer 29€ @bob
obole public> sent-public amount=29.00 EUR to=Bob
obole to alice> sent amount=29.00 EUR to=Bob left=241.00 EUR
obole to bob> received amount=29.00 EUR from=Alice
alice> @obole #envoyer 28€ @bob
obole public> sent-public amount=28.00 EUR to=Bob
obole to alice> sent amount=28.00 EUR to=Bob left=213.00 EUR
obole to bob> received amount=28.00 EUR from=Alice
alice> @obole #envoyer 27€ @bob
obole public> sent-public amount=27.00 EUR to=Bob
obole to alice> sent amount=27.00 EUR to=Bob left=186.00 EUR
obole to bob> received amount=27.00 EUR from=Alice
alice> @obole #envoyer 26€ @bob
obole public> sent-public amount=26.00 EUR to=Bob
obole to alice> sent amount=26.00 EUR to=Bob left=160.00 EUR
obole to bob> received amount=26.00 EUR from=Alice
alice> @obole #envoyer 25€ @bob
obole public> sent-public amount=25.00 EUR to=Bob
obole to alice> sent amount=25.00 EUR to=Bob left=135.00 EUR
obole to bob> received amount=25.00 EUR from=Alice
alice> @obole #envoyer 24€ @bob
obole public> look-public
obole to alice> approve-please amount=24.00 EUR to=Bob link=/approve/pay7 until=2026-03-02 11:00
page alice> approve pay7 pin 123456
obole to alice> sent amount=24.00 EUR to=Bob left=111.00 EUR
obole to bob> received amount=24.00 EUR from=Alice
alice> @obole #envoyer 23€ @bob
obole public> sent-public amount=23.00 EUR to=Bob
obole to alice> sent amount=23.00 EUR to=Bob left=88.00 EUR
obole to bob> received amount=23.00 EUR from=Alice
ledger> alice 88.00, bob 512.00
