# On 29 March the clocks skip an hour: seven days are 168 hours, and the day's limit still begins at midnight.
admin> add dave Dave person 0
obole to dave> welcome
admin> credit dave 2000.00 EUR
obole to dave> credited amount=2000.00 EUR reference=transfer for dave
page dave> pin 123456
obole to dave> pin-set
at 2026-03-28 12:00
dave> @obole #envoyer 20€ @erin
obole public> look-public
obole to dave> set-aside amount=20.00 EUR to=@erin until=2026-04-04 13:00 link=/claim/pay1
at 2026-03-29 23:30
dave> @obole #envoyer 250€ @bob
obole public> look-public
obole to dave> approve-please amount=250.00 EUR to=Bob link=/approve/pay2 until=2026-03-30 00:30
page dave> approve pay2 pin 123456
obole to dave> sent amount=250.00 EUR to=Bob left=1730.00 EUR
obole to bob> received amount=250.00 EUR from=Dave
dave> @obole #envoyer 1€ @bob
obole public> look-public
obole to dave> refused-day_limit amount=1.00 EUR limit=250.00 EUR left=0.00 EUR
at 2026-03-30 00:00
dave> @obole #envoyer 1€ @bob
obole public> sent-public amount=1.00 EUR to=Bob
obole to dave> sent amount=1.00 EUR to=Bob left=1729.00 EUR
obole to bob> received amount=1.00 EUR from=Dave
at 2026-04-04 12:59
payments> pay1 held, pay2 paid, pay3 paid
at 2026-04-04 13:00
obole to dave> returned amount=20.00 EUR to=@erin
payments> pay1 returned, pay2 paid, pay3 paid
ledger> bob 551.00, dave 1749.00
