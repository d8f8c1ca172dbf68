# Gifts go to charities, free of charge and in their own words.
alice> @obole #don 20€ @refuge pour les chats
obole public> gave-public amount=20.00 EUR to=Le Refuge
obole to alice> gave amount=20.00 EUR to=Le Refuge left=280.00 EUR
obole to refuge> received-gift amount=20.00 EUR from=Alice
alice> @obole #don 20€ @bob
obole public> look-public
obole to alice> refused-not_a_charity to=Bob
alice> @obole #don 20€ @chezlea
obole public> look-public
obole to alice> refused-not_a_charity to=Chez Léa
alice> @obole #don 20€ @nobody
obole public> look-public
obole to alice> refused-not_a_charity to=@nobody
alice> @obole #envoyer 21€ @refuge
obole public> gave-public amount=21.00 EUR to=Le Refuge
obole to alice> gave amount=21.00 EUR to=Le Refuge left=259.00 EUR
obole to refuge> received amount=21.00 EUR from=Alice
ledger> alice 259.00, refuge 41.00
