# What was set aside yesterday gives nothing back to today's limit.
admin> add dave Dave person 0
obole to dave> welcome
admin> credit dave 2000.00 EUR
obole to dave> credited amount=2000.00 EUR reference=transfer for dave
page dave> pin 123456
obole to dave> pin-set
at 2026-03-02 23:50
dave> @obole #envoyer 200€ @erin
obole public> look-public
obole to dave> approve-please amount=200.00 EUR to=@erin link=/approve/pay1 until=2026-03-03 00:50
page dave> approve pay1 pin 123456
obole to dave> set-aside amount=200.00 EUR to=@erin until=2026-03-09 23:50 link=/claim/pay1
at 2026-03-03 00:10
dave> @obole #envoyer 250€ @bob
obole public> look-public
obole to dave> approve-please amount=250.00 EUR to=Bob link=/approve/pay2 until=2026-03-03 01:10
page dave> approve pay2 pin 123456
obole to dave> sent amount=250.00 EUR to=Bob left=1550.00 EUR
obole to bob> received amount=250.00 EUR from=Dave
page dave> cancel pay1
obole to dave> cancelled amount=200.00 EUR to=@erin
dave> @obole #envoyer 1€ @bob
obole public> look-public
obole to dave> refused-day_limit amount=1.00 EUR limit=250.00 EUR left=0.00 EUR
# The month had 450 € of 500 €, and has 200 € back.
at 2026-03-04 00:10
dave> @obole #envoyer 250€ @carol
obole public> look-public
obole to dave> approve-please amount=250.00 EUR to=Carol link=/approve/pay3 until=2026-03-04 01:10
page dave> approve pay3 pin 123456
obole to dave> sent amount=250.00 EUR to=Carol left=1500.00 EUR
obole to carol> received amount=250.00 EUR from=Dave
dave> @obole #envoyer 1€ @bob
obole public> look-public
obole to dave> refused-day_limit amount=1.00 EUR limit=250.00 EUR left=0.00 EUR
ledger> bob 550.00, carol 550.00, dave 1500.00
