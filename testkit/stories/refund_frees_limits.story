# What goes back no longer counts against the day and month in which it was spent.
admin> add dave Dave person 0
obole to dave> welcome
admin> credit dave 900.00 EUR
obole to dave> credited amount=900.00 EUR reference=transfer for dave
page dave> pin 123456
obole to dave> pin-set
dave> @obole #envoyer 200€ @bob
obole public> look-public
obole to dave> approve-please amount=200.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
page dave> approve pay1 pin 123456
obole to dave> sent amount=200.00 EUR to=Bob left=700.00 EUR
obole to bob> received amount=200.00 EUR from=Dave
dave> @obole #envoyer 60€ @carol
obole public> look-public
obole to dave> refused-day_limit amount=60.00 EUR limit=250.00 EUR left=50.00 EUR
page bob> refund pay1 20.00 EUR pin 123456
obole to dave> refund-received amount=20.00 EUR whole=200.00 EUR from=Bob
obole to bob> refunded amount=20.00 EUR to=Dave left=480.00 EUR
dave> @obole #envoyer 60€ @carol
obole public> look-public
obole to dave> approve-please amount=60.00 EUR to=Carol link=/approve/pay2 until=2026-03-02 11:00
page dave> approve pay2 pin 123456
obole to dave> sent amount=60.00 EUR to=Carol left=660.00 EUR
obole to carol> received amount=60.00 EUR from=Dave
at 2026-03-03 00:00
page bob> refund pay1 100.00 EUR pin 123456
obole to dave> refund-received amount=100.00 EUR whole=200.00 EUR from=Bob
obole to bob> refunded amount=100.00 EUR to=Dave left=380.00 EUR
dave> @obole #envoyer 250€ @carol
obole public> look-public
obole to dave> approve-please amount=250.00 EUR to=Carol link=/approve/pay3 until=2026-03-03 01:00
page dave> approve pay3 pin 123456
obole to dave> sent amount=250.00 EUR to=Carol left=510.00 EUR
obole to carol> received amount=250.00 EUR from=Dave
dave> @obole #envoyer 1€ @bob
obole public> look-public
obole to dave> refused-day_limit amount=1.00 EUR limit=250.00 EUR left=0.00 EUR
ledger> bob 380.00, carol 610.00, dave 510.00
