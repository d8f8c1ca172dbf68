# Asking reserves nothing: money that is gone when alice approves cannot be paid.
alice> @obole #envoyer 200€ @bob
obole public> look-public
obole to alice> approve-please amount=200.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
alice> @obole #envoyer 150€ @carol
obole public> look-public
obole to alice> approve-please amount=150.00 EUR to=Carol link=/approve/pay2 until=2026-03-02 11:00
page alice> approve pay1 pin 123456
obole to alice> sent amount=200.00 EUR to=Bob left=100.00 EUR
obole to bob> received amount=200.00 EUR from=Alice
page alice> approve pay2 pin 123456
answer> refused refused-insufficient_funds amount=150.00 EUR available=100.00 EUR
payments> pay1 paid, pay2 asked
ledger> alice 100.00, bob 500.00
