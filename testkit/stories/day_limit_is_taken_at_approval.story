# Two payments that fit alone do not fit together: the second approval is refused.
admin> credit alice 2000.00 EUR
obole to alice> credited amount=2000.00 EUR reference=transfer for alice
admin> add dave Dave person 0
obole to dave> welcome
admin> credit dave 400.00 EUR
obole to dave> credited amount=400.00 EUR reference=transfer for dave
page dave> pin 123456
obole to dave> pin-set
dave> @obole #envoyer 200€ @bob
obole public> look-public
obole to dave> approve-please amount=200.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
dave> @obole #envoyer 100€ @carol
obole public> look-public
obole to dave> approve-please amount=100.00 EUR to=Carol link=/approve/pay2 until=2026-03-02 11:00
page dave> approve pay1 pin 123456
obole to dave> sent amount=200.00 EUR to=Bob left=200.00 EUR
obole to bob> received amount=200.00 EUR from=Dave
page dave> approve pay2 pin 123456
answer> refused refused-day_limit amount=100.00 EUR limit=250.00 EUR left=50.00 EUR
payments> pay1 paid, pay2 asked
dave> @obole #envoyer 50€ @carol
obole public> look-public
obole to dave> approve-please amount=50.00 EUR to=Carol link=/approve/pay3 until=2026-03-02 11:00
page dave> approve pay3 pin 123456
obole to dave> sent amount=50.00 EUR to=Carol left=150.00 EUR
obole to carol> received amount=50.00 EUR from=Dave
ledger> alice 2300.00, bob 500.00, carol 350.00, dave 150.00
