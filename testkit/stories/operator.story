# What the operator does, and what is refused to him.
admin> add bob Bobby person 2
answer> refused refused-handle_taken
admin> add Bob Bobby person 2
answer> refused refused-handle_bad
admin> add x X person 2
answer> refused refused-handle_bad
admin> credit alice 0.00 EUR
answer> refused refused-amount_too_small
admin> credit alice -5.00 EUR
answer> refused refused-amount_too_small
admin> credit alice 10000000000.01 EUR
answer> refused refused-payment_limit amount=10000000000.01 EUR limit=10000000000.00 EUR
admin> credit alice 5.00 GBP
answer> refused refused-currency_not_offered currency=GBP
admin> credit alice 5.00 EUR
obole to alice> credited amount=5.00 EUR reference=transfer for alice
admin> freeze alice
obole to alice> frozen
admin> freeze alice
answer> done
admin> release alice
obole to alice> released
admin> release alice
answer> done
ledger> alice 305.00
