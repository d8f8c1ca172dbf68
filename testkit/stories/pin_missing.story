# Without a PIN nothing big can be approved; a small payment can.
admin> add dave Dave person 2
obole to dave> welcome
admin> credit dave 100.00 EUR
obole to dave> credited amount=100.00 EUR reference=transfer for dave
dave> @obole #envoyer 50€ @bob
obole public> look-public
obole to dave> approve-please amount=50.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
page dave> approve pay1
answer> refused refused-pin_missing link=/me
page dave> approve pay1 pin 123456
answer> refused refused-pin_missing link=/me
page dave> pin 777777
obole to dave> pin-set
page dave> pin 888888
answer> refused refused-pin_wrong left=5
page dave> pin 888888 now 777777
obole to dave> pin-set
page dave> approve pay1 pin 888888
obole to dave> sent amount=50.00 EUR to=Bob left=50.00 EUR
obole to bob> received amount=50.00 EUR from=Dave
dave> @obole #envoyer 5€ @bob
obole public> sent-public amount=5.00 EUR to=Bob
obole to dave> sent amount=5.00 EUR to=Bob left=45.00 EUR
obole to bob> received amount=5.00 EUR from=Dave
ledger> bob 355.00, dave 45.00
