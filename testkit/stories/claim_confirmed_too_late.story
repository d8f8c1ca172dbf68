# Dave claims a minute before the end. Alice answers after it: too late, by page and by message.
alice> @obole #envoyer 20€ @dave
obole public> look-public
obole to alice> set-aside amount=20.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay1
admin> add dave Dave person 1
obole to dave> welcome
+ 6 days
+ 23 hours
+ 59 minutes
page dave> claim pay1
obole to alice> claim-asked amount=20.00 EUR to=@dave who=Dave link=/approve/pay1
obole to dave> claim-wait amount=20.00 EUR from=Alice
+ 1 minute late
alice direct> oui
obole to alice> refused-what_missing
page alice> approve pay1 pin 123456
answer> refused refused-approval_expired
payments> pay1 claimed
timers>
obole to dave> claim-turned-away amount=20.00 EUR from=Alice
obole to alice> returned amount=20.00 EUR to=@dave
ledger> nothing moved
payments> pay1 returned
