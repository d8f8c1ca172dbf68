# What does not divide goes in single cents to the first named; the author comes last.
page alice> lang en
answer> done
alice [bill]> @obole split 10 EUR with @bob and @carol
obole public> look-public
obole to alice> split-sent total=10.00 EUR least=3.33 EUR most=3.34 EUR kind=uneven to=Bob, Carol until=2026-04-01 11:00 link=/request/bill1
obole to bob> split-received from=Alice amount=3.34 EUR total=10.00 EUR until=2026-04-01 11:00 link=/approve/bill1
obole to carol> split-received from=Alice amount=3.33 EUR total=10.00 EUR until=2026-04-01 11:00 link=/approve/bill2
alice> @obole split 10.01 EUR with @bob and @carol without me
obole public> look-public
obole to alice> split-sent-without total=10.01 EUR least=5.00 EUR most=5.01 EUR kind=uneven to=Bob, Carol until=2026-04-01 11:00 link=/request/bill3
obole to bob> split-received from=Alice amount=5.01 EUR total=10.01 EUR until=2026-04-01 11:00 link=/approve/bill3
obole to carol> split-received from=Alice amount=5.00 EUR total=10.01 EUR until=2026-04-01 11:00 link=/approve/bill4
alice> @obole split 0.02 EUR with @bob and @carol
obole public> look-public
obole to alice> amount_too_small name=@obole verb=#split heard= write=@obole #split … € @bob @carol kind=one
alice> @obole split 10 EUR with @alice and @carol
obole public> look-public
obole to alice> refused-recipient_self
alice> @obole split 10 EUR with @bob without me
obole public> look-public
obole to alice> split-sent-without total=10.00 EUR least=10.00 EUR most=10.00 EUR kind=even to=Bob until=2026-04-01 11:00 link=/request/bill5
obole to bob> split-received from=Alice amount=10.00 EUR total=10.00 EUR until=2026-04-01 11:00 link=/approve/bill5
page bob> approve bill1
obole to bob> sent amount=3.34 EUR to=Alice left=296.66 EUR
obole to alice> received amount=3.34 EUR from=Bob
page carol> decline bill2
obole to carol> request-declined amount=3.33 EUR to=Alice
obole to alice> request-refused amount=3.33 EUR who=Carol link=/request/bill1
alice re bill> @obole status
obole public> look-public
obole to alice> split-status paid=3.34 EUR asked=6.67 EUR count=0 link=/request/bill1
bills> bill1 paid, bill2 declined, bill3 open, bill4 open, bill5 open
ledger> alice 303.34, bob 296.66
