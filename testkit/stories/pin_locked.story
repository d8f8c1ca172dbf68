# Five wrong PINs lock it; a right one between them begins the count again.
alice> @obole #envoyer 50€ @bob
obole public> look-public
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
page alice> approve pay1 pin 000000
answer> refused refused-pin_wrong left=4
page alice> approve pay1 pin 000000
answer> refused refused-pin_wrong left=3
page alice> approve pay1 pin 123456
obole to alice> sent amount=50.00 EUR to=Bob left=250.00 EUR
obole to bob> received amount=50.00 EUR from=Alice
alice> @obole #envoyer 40€ @bob
obole public> look-public
obole to alice> approve-please amount=40.00 EUR to=Bob link=/approve/pay2 until=2026-03-02 11:00
page alice> approve pay2 pin 000000
answer> refused refused-pin_wrong left=4
page alice> approve pay2 pin 000000
answer> refused refused-pin_wrong left=3
page alice> approve pay2 pin 000000
answer> refused refused-pin_wrong left=2
page alice> pin 654321 now 000000
answer> refused refused-pin_wrong left=1
page alice> approve pay2 pin 000000
answer> refused refused-pin_locked
page alice> approve pay2 pin 123456
answer> refused refused-pin_locked
page alice> pin 654321 now 123456
answer> refused refused-pin_locked
admin> reset pin alice
answer> done
page alice> approve pay2 pin 123456
answer> refused refused-pin_missing link=/me
page alice> pin 654321
obole to alice> pin-set
page alice> approve pay2 pin 123456
answer> refused refused-pin_wrong left=4
page alice> approve pay2 pin 654321
obole to alice> sent amount=40.00 EUR to=Bob left=210.00 EUR
obole to bob> received amount=40.00 EUR from=Alice
ledger> alice 210.00, bob 390.00
