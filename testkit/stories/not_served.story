# Currencies, networks and names that are not offered here.
alice> @obole #envoyer 5GBP @bob
obole public> look-public
obole to alice> refused-currency_not_offered currency=GBP
alice> @obole #envoyer 5€ matrix:@bob
obole public> look-public
obole to alice> refused-network_not_offered network=matrix
alice> @obole #envoyer 5€ @bob@example.org
obole public> look-public
obole to alice> refused-network_not_offered network=example.org
alice> @obole #envoyer 5€ bob@example.org
obole public> look-public
obole to alice> refused-network_not_offered network=e-mail
alice> @obole #envoyer 5€ @été
obole public> look-public
obole to alice> refused-handle_bad
alice> @obole #envoyer 5€ square:@bob
obole public> sent-public amount=5.00 EUR to=Bob
obole to alice> sent amount=5.00 EUR to=Bob left=295.00 EUR
obole to bob> received amount=5.00 EUR from=Alice
alice> @obole #envoyer 6€ @BOB
obole public> sent-public amount=6.00 EUR to=Bob
obole to alice> sent amount=6.00 EUR to=Bob left=289.00 EUR
obole to bob> received amount=6.00 EUR from=Alice
alice> @obole #envoyer 5€ @alice
obole public> look-public
obole to alice> refused-recipient_self
ledger> alice 289.00, bob 311.00
