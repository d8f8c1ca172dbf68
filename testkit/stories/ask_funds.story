# Every rule holds when a request is paid; a refusal leaves it open.
admin> add dave Dave person 0
obole to dave> welcome
dave> @obole #demander 20€ @alice
obole public> look-public
obole to dave> request-sent amount=20.00 EUR to=Alice until=2026-04-01 11:00 link=/request/bill1
obole to alice> request-received from=Dave amount=20.00 EUR until=2026-04-01 11:00 link=/approve/bill1
alice> @obole #demander 20€ @dave
obole public> look-public
obole to alice> request-sent amount=20.00 EUR to=Dave until=2026-04-01 11:00 link=/request/bill2
obole to dave> request-received from=Alice amount=20.00 EUR until=2026-04-01 11:00 link=/approve/bill2
page dave> approve bill2
answer> refused refused-insufficient_funds amount=20.00 EUR available=0.00 EUR
admin> freeze dave
obole to dave> frozen
page alice> approve bill1
answer> refused refused-payee_unavailable to=Dave
page dave> approve bill2
answer> refused refused-payer_frozen
admin> release dave
obole to dave> released
admin> credit dave 20.00 EUR
obole to dave> credited amount=20.00 EUR reference=transfer for dave
page dave> approve bill2
obole to dave> sent amount=20.00 EUR to=Alice left=0.00 EUR
obole to alice> received amount=20.00 EUR from=Dave
page alice> approve bill1
obole to alice> sent amount=20.00 EUR to=Dave left=300.00 EUR
obole to dave> received amount=20.00 EUR from=Alice
bills> bill1 paid, bill2 paid
ledger> dave 20.00
