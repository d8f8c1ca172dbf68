# The same message again is the same payment; an edit changes nothing.
alice [lunch]> @obole #envoyer 12€ @bob
obole public> sent-public amount=12.00 EUR to=Bob
obole to alice> sent amount=12.00 EUR to=Bob left=288.00 EUR
obole to bob> received amount=12.00 EUR from=Alice
again lunch
answer> the same as before
edit lunch> @obole #envoyer 120€ @bob
answer> refused refused-key_reused
again lunch
answer> the same as before
alice [big]> @obole #envoyer 300€ @bob
obole public> look-public
obole to alice> refused-payment_limit amount=300.00 EUR limit=250.00 EUR
again big
answer> the same as before
alice [quiet]> rien à dire
answer> nothing
again quiet
answer> nothing
answer> the same as before
ledger> alice 288.00, bob 312.00
restart>
again lunch
answer> the same as before
again big
answer> the same as before
ledger> nothing moved
