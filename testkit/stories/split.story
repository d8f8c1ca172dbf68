# A bill among four: the author pays their own part, the others are asked for theirs, and all see who has paid.
admin> add dave Dave person 1
obole to dave> welcome
admin> credit dave 20.00 EUR
obole to dave> credited amount=20.00 EUR reference=transfer for dave
alice [bill]> @obole #partager 60€ avec @bob @carol @dave pour le resto
obole public> look-public
obole to alice> split-sent total=60.00 EUR least=15.00 EUR most=15.00 EUR kind=even to=Bob, Carol, Dave until=2026-04-01 11:00 link=/request/bill1
obole to bob> split-received-memo from=Alice amount=15.00 EUR total=60.00 EUR memo=pour le resto until=2026-04-01 11:00 link=/approve/bill1
obole to carol> split-received-memo from=Alice amount=15.00 EUR total=60.00 EUR memo=pour le resto until=2026-04-01 11:00 link=/approve/bill2
obole to dave> split-received-memo from=Alice amount=15.00 EUR total=60.00 EUR memo=pour le resto until=2026-04-01 11:00 link=/approve/bill3
again bill
answer> the same as before
page bob> approve bill1
obole to bob> sent amount=15.00 EUR to=Alice left=285.00 EUR
obole to alice> received-memo memo=pour le resto amount=15.00 EUR from=Bob
page carol> approve bill2
obole to carol> sent amount=15.00 EUR to=Alice left=285.00 EUR
obole to alice> received-memo memo=pour le resto amount=15.00 EUR from=Carol
carol re bill> @obole #suivi
obole public> look-public
obole to carol> split-status paid=30.00 EUR asked=45.00 EUR count=1 link=/request/bill1
refuge re bill> @obole #suivi
obole public> look-public
obole to refuge> refused-payment_unknown
alice re bill> @obole #suivi
obole public> look-public
obole to alice> split-status paid=30.00 EUR asked=45.00 EUR count=1 link=/request/bill1
page dave> approve bill3
obole to dave> sent amount=15.00 EUR to=Alice left=5.00 EUR
obole to alice> received-memo memo=pour le resto amount=15.00 EUR from=Dave
obole to alice> request-complete total=45.00 EUR count=3 link=/request/bill1
page dave> approve bill3
answer> refused refused-request_ended state=paid
page bob> approve bill1
answer> refused refused-request_ended state=paid
ledger> alice 345.00, bob 285.00, carol 285.00, dave 5.00
payments> pay1 paid, pay2 paid, pay3 paid
