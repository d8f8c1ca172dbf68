# Money that names one member is theirs at once; any other waits until the operator says whose it is, or sends it back.
admin> receive 12.50 EUR B1 for @alice, thanks
obole to alice> credited amount=12.50 EUR reference=for @alice, thanks
admin> receive 12.50 EUR B1 for @alice, thanks
answer> the same as before
admin> receive 13.00 EUR B1 for @alice, thanks
answer> refused refused-key_reused
ledger> alice 312.50
+ 1 minute
admin> receive 20.00 EUR B2 from a friend
answer> done
+ 1 minute
admin> receive 30.00 EUR B3 @alice or @bob
answer> done
+ 1 minute
admin> receive 40.00 EUR B4 @nobody
answer> done
+ 1 minute
admin> receive 5.00 EUR B5 alice@example.org
answer> done
+ 1 minute
admin> receive 0.00 EUR B6 @alice
answer> refused refused-amount_too_small
ledger> suspense 95.00
suspense> item1 waits, item2 waits, item3 waits, item4 waits
admin> match item1 alice
obole to alice> credited amount=20.00 EUR reference=from a friend
ledger> alice 332.50, suspense 75.00
admin> match item1 bob
answer> refused refused-suspense_ended
admin> send back item1
answer> refused refused-suspense_ended
admin> send back item2
answer> done
ledger> suspense 45.00
admin> match item2 alice
answer> refused refused-suspense_ended
# A freeze stops no money that arrives.
admin> freeze bob
obole to bob> frozen
admin> match item3 bob
obole to bob> credited amount=40.00 EUR reference=@nobody
admin> receive 2.00 EUR B7 @bob
obole to bob> credited amount=2.00 EUR reference=@bob
admin> match item9 bob
answer> refused refused-suspense_unknown
ledger> bob 342.00, suspense 5.00
suspense> item1 matched, item2 sent back, item3 matched, item4 waits
