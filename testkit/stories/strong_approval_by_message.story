# "oui" is not strong enough for 50 €: the link is told again. "non" is enough to decline.
alice> @obole #envoyer 50€ @bob
obole public> look-public
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
alice direct> oui
obole to alice> approve-please amount=50.00 EUR to=Bob link=/approve/pay1 until=2026-03-02 11:00
alice direct> non
obole to alice> declined amount=50.00 EUR to=Bob
payments> pay1 declined
alice direct> oui
obole to alice> refused-what_missing
alice direct> non
obole to alice> refused-what_missing
page alice> approve pay1 pin 123456
answer> refused refused-already_ended state=declined
