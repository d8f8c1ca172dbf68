# A merchant hears of the fee on joining, in help, and before a claim is theirs; nobody else does.
policy> fee 125
admin> add shop Shop merchant 2
obole to shop> welcome
obole to shop> fee-on-receiving amount=100.00 EUR fee=1.25 EUR net=98.75 EUR
chezlea direct> aide
obole to chezlea> help
obole to chezlea> fee-on-receiving amount=100.00 EUR fee=1.25 EUR net=98.75 EUR
alice direct> aide
obole to alice> help
refuge direct> aide
obole to refuge> help
alice> @obole #envoyer 10€ @market
obole public> look-public
obole to alice> set-aside amount=10.00 EUR to=@market until=2026-03-09 10:00 link=/claim/pay1
page shop> claim pay1
obole to alice> claim-asked amount=10.00 EUR to=@market who=Shop link=/approve/pay1
obole to shop> claim-wait-fee fee=0.12 EUR net=9.88 EUR amount=10.00 EUR from=Alice
page alice> decline pay1
obole to shop> claim-turned-away amount=10.00 EUR from=Alice
page bob> claim pay1
obole to alice> claim-asked amount=10.00 EUR to=@market who=Bob link=/approve/pay1
obole to bob> claim-wait amount=10.00 EUR from=Alice
page alice> approve pay1
obole to bob> received amount=10.00 EUR from=Alice
obole to alice> sent amount=10.00 EUR to=Bob left=290.00 EUR
admin> policy fee 0
shop direct> aide
obole to shop> help
admin> add stall Stall merchant 2
obole to stall> welcome
