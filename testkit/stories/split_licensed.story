# Where the operator must know who receives money, only they can ask for it.
policy> regime licensed
admin> add dave Dave person 1
obole to dave> welcome
dave> @obole #partager 20€ avec @alice
obole public> look-public
obole to dave> refused-regime regime=licensed
alice> @obole #partager 20€ avec @dave
obole public> look-public
obole to alice> split-sent total=20.00 EUR least=10.00 EUR most=10.00 EUR kind=even to=Dave until=2026-04-01 11:00 link=/request/bill1
obole to dave> split-received from=Alice amount=10.00 EUR total=20.00 EUR until=2026-04-01 11:00 link=/approve/bill1
