# Tier 0 spends 500 € a month. A claim that returns in the same month gives it back; in another month it does not.
admin> add dave Dave person 0
obole to dave> welcome
admin> credit dave 2000.00 EUR
obole to dave> credited amount=2000.00 EUR reference=transfer for dave
page dave> pin 123456
obole to dave> pin-set
dave> @obole #envoyer 250€ @bob
obole public> look-public
obole to dave> approve-please amount=250.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
page dave> approve pay1 pin 123456
obole to dave> sent amount=250.00 EUR to=Bob left=1750.00 EUR
obole to bob> received amount=250.00 EUR from=Dave
+ 1 day
dave> @obole #envoyer 250€ @erin
obole public> look-public
obole to dave> approve-please amount=250.00 EUR to=@erin link=/approve/pay2 until=2026-03-03 11:00
page dave> approve pay2 pin 123456
obole to dave> set-aside amount=250.00 EUR to=@erin until=2026-03-10 10:00 link=/claim/pay2
+ 1 day
dave> @obole #envoyer 0,01€ @bob
obole public> look-public
obole to dave> refused-month_limit amount=0.01 EUR limit=500.00 EUR left=0.00 EUR
+ 6 days
obole to dave> returned amount=250.00 EUR to=@erin
dave> @obole #envoyer 249€ @erin
obole public> look-public
obole to dave> approve-please amount=249.00 EUR to=@erin link=/approve/pay3 until=2026-03-10 11:00
page dave> approve pay3 pin 123456
obole to dave> set-aside amount=249.00 EUR to=@erin until=2026-03-17 10:00 link=/claim/pay3
+ 1 day
dave> @obole #envoyer 1,01€ @bob
obole public> look-public
obole to dave> refused-month_limit amount=1.01 EUR limit=500.00 EUR left=1.00 EUR
dave> @obole #envoyer 1€ @bob
obole public> sent-public amount=1.00 EUR to=Bob
obole to dave> sent amount=1.00 EUR to=Bob left=1500.00 EUR
obole to bob> received amount=1.00 EUR from=Dave
at 2026-04-01 00:00
obole to dave> returned amount=249.00 EUR to=@erin
dave> @obole #envoyer 250€ @bob
obole public> look-public
obole to dave> approve-please amount=250.00 EUR to=Bob link=/approve/pay5 until=2026-04-01 01:00
page dave> approve pay5 pin 123456
obole to dave> sent amount=250.00 EUR to=Bob left=1499.00 EUR
obole to bob> received amount=250.00 EUR from=Dave
ledger> bob 801.00, dave 1499.00
