# What a member may not be credited is at the bank all the same: it waits.
policy> regime licensed
admin> add dave Dave person 1
obole to dave> welcome
admin> receive 5.00 EUR B1 @dave
answer> done
+ 1 minute
admin> receive 5.00 GBP B2 @alice
answer> done
ledger> suspense 5.00, suspense 5.00
admin> match item1 dave
answer> refused refused-regime regime=licensed
admin> match item2 alice
answer> refused refused-currency_not_offered currency=GBP
admin> send back item2
answer> done
suspense> item1 waits, item2 sent back
ledger> suspense 0.00
