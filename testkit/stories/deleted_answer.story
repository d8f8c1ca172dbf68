# Deleting the "oui" does not take back what another post began.
alice> @obole #envoyer 50€ @bob
obole public> look-public
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
page alice> approve pay1 pin 123456
obole to alice> sent amount=50.00 EUR to=Bob left=250.00 EUR
obole to bob> received amount=50.00 EUR from=Alice
alice> @obole #envoyer 50€ @bob
obole public> look-public
obole to alice> duplicate amount=50.00 EUR to=Bob ago-at=2026-03-02 10:00
alice direct [yes]> oui
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay2 until=2026-03-02 11:00
delete yes
answer> done
payments> pay1 paid, pay2 asked
# Nor does deleting what was asked about it.
alice [ask]> @obole #suivi
obole public> look-public
obole to alice> status amount=50.00 EUR to=Bob state=asked
delete ask
answer> done
alice [no]> @obole #annuler
obole public> look-public
obole to alice> cancelled amount=50.00 EUR to=Bob
delete no
answer> done
payments> pay1 paid, pay2 cancelled
ledger> alice 250.00, bob 350.00
