# A larger amount needs the PIN, as any payment; a wrong one is counted, and what was not shown is not paid.
bob> @obole request 45 EUR from @alice for the hotel
obole public> look-public
obole to bob> request-sent amount=45.00 EUR to=Alice until=2026-04-01 11:00 link=/request/bill1
obole to alice> request-received-memo from=Bob amount=45.00 EUR memo=for the hotel until=2026-04-01 11:00 link=/approve/bill1
page alice> approve bill1
answer> refused refused-pin_wrong left=5
page alice> approve bill1 pin 000000
answer> refused refused-pin_wrong left=4
bob> @obole request 50 EUR from @alice
obole public> look-public
obole to bob> request-sent amount=50.00 EUR to=Alice until=2026-04-01 11:00 link=/request/bill2
obole to alice> request-received from=Bob amount=50.00 EUR until=2026-04-01 11:00 link=/approve/bill2
page alice> look bill2
page alice> approve bill1 pin 123456
answer> refused refused-approval_changed
page alice> approve bill1 pin 123456
obole to alice> sent amount=45.00 EUR to=Bob left=255.00 EUR
obole to bob> received-memo memo=for the hotel amount=45.00 EUR from=Alice
page carol> approve bill2 pin 123456
answer> refused refused-payment_unknown
page bob> approve bill2 pin 123456
answer> refused refused-payment_unknown
ledger> alice 255.00, bob 345.00
bills> bill1 paid, bill2 open
