# Asking a friend: nothing moves until bob says so, on the page that shows what is asked and by whom.
bob> @obole #demander 20€ @alice pour le taxi
obole public> look-public
obole to bob> request-sent amount=20.00 EUR to=Alice until=2026-04-01 11:00 link=/request/bill1
obole to alice> request-received-memo from=Bob amount=20.00 EUR memo=pour le taxi until=2026-04-01 11:00 link=/approve/bill1
bills> bill1 open
page alice> approve bill1
obole to alice> sent amount=20.00 EUR to=Bob left=280.00 EUR
obole to bob> received-memo memo=pour le taxi amount=20.00 EUR from=Alice
ledger> alice 280.00, bob 320.00
bills> bill1 paid
payments> pay1 paid
# A second device, a second click: it is paid once.
page alice> approve bill1
answer> refused refused-request_ended state=paid
page alice> approve bill1 pin 123456
answer> refused refused-request_ended state=paid
page alice> decline bill1
answer> refused refused-request_ended state=paid
page bob> withdraw bill1
answer> refused refused-request_ended state=paid
ledger> nothing moved
