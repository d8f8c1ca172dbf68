# Tier 2 spends 1000 € a day: to the cent, with what is set aside, and it is free again when that returns.
admin> credit alice 2000.00 EUR
obole to alice> credited amount=2000.00 EUR reference=transfer for alice
alice> @obole #don 500€ @refuge
obole public> look-public
obole to alice> approve-please amount=500.00 EUR to=Le Refuge link=/approve/pay1 until=2026-03-02 11:00
page alice> approve pay1 pin 123456
obole to alice> gave amount=500.00 EUR to=Le Refuge left=1800.00 EUR
obole to refuge> received-gift amount=500.00 EUR from=Alice
alice> @obole #envoyer 250€ @dave
obole public> look-public
obole to alice> approve-please amount=250.00 EUR to=@dave link=/approve/pay2 until=2026-03-02 11:00
page alice> approve pay2 pin 123456
obole to alice> set-aside amount=250.00 EUR to=@dave until=2026-03-09 10:00 link=/claim/pay2
alice> @obole #envoyer 250,01€ @bob
obole public> look-public
obole to alice> refused-payment_limit amount=250.01 EUR limit=250.00 EUR
alice> @obole #envoyer 250€ @bob
obole public> look-public
obole to alice> approve-please amount=250.00 EUR to=Bob link=/approve/pay3 until=2026-03-02 11:00
page alice> approve pay3 pin 123456
obole to alice> sent amount=250.00 EUR to=Bob left=1300.00 EUR
obole to bob> received amount=250.00 EUR from=Alice
alice> @obole #envoyer 0,01€ @carol
obole public> look-public
obole to alice> refused-day_limit amount=0.01 EUR limit=1000.00 EUR left=0.00 EUR
alice direct> annuler {pay2}
obole to alice> cancelled amount=250.00 EUR to=@dave
alice> @obole #envoyer 240€ @carol
obole public> look-public
obole to alice> approve-please amount=240.00 EUR to=Carol link=/approve/pay4 until=2026-03-02 11:00
page alice> approve pay4 pin 123456
obole to alice> sent amount=240.00 EUR to=Carol left=1310.00 EUR
obole to carol> received amount=240.00 EUR from=Alice
alice> @obole #envoyer 10,01€ @carol
obole public> look-public
obole to alice> refused-day_limit amount=10.01 EUR limit=1000.00 EUR left=10.00 EUR
alice> @obole #envoyer 10€ @carol
obole public> sent-public amount=10.00 EUR to=Carol
obole to alice> sent amount=10.00 EUR to=Carol left=1300.00 EUR
obole to carol> received amount=10.00 EUR from=Alice
ledger> alice 1300.00, bob 550.00, carol 550.00, refuge 500.00
# The next day begins at midnight in Paris.
at 2026-03-02 23:59
alice> @obole #envoyer 1€ @bob
obole public> look-public
obole to alice> refused-day_limit amount=1.00 EUR limit=1000.00 EUR left=0.00 EUR
at 2026-03-03 00:00
alice> @obole #envoyer 1€ @bob
obole public> sent-public amount=1.00 EUR to=Bob
obole to alice> sent amount=1.00 EUR to=Bob left=1299.00 EUR
obole to bob> received amount=1.00 EUR from=Alice
ledger> alice 1299.00, bob 551.00
