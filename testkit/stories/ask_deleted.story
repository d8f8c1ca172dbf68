# A deleted post takes its request back; what was paid stays paid.
alice [one]> @obole #demander 5€ chacun à @bob @carol
obole public> look-public
obole to alice> request-sent-each amount=5.00 EUR total=10.00 EUR to=Bob, Carol until=2026-04-01 11:00 link=/request/bill1
obole to bob> request-received from=Alice amount=5.00 EUR until=2026-04-01 11:00 link=/approve/bill1
obole to carol> request-received from=Alice amount=5.00 EUR until=2026-04-01 11:00 link=/approve/bill2
page bob> approve bill1
obole to bob> sent amount=5.00 EUR to=Alice left=295.00 EUR
obole to alice> received amount=5.00 EUR from=Bob
delete one
obole to alice> request-withdrawn amount=5.00 EUR to=Carol
obole to carol> request-withdrawn-by amount=5.00 EUR from=Alice
delete one
answer> done
again one
answer> the same as before
bills> bill1 paid, bill2 withdrawn
ledger> alice 305.00, bob 295.00
