# Help is private; the page sets the language.
alice> @obole #aide
obole public> look-public
obole to alice> help
alice direct> help
obole to alice> help
page alice> lang en
answer> done
alice> @obole #help
obole public> look-public
obole to alice> help
alice direct> balance
obole to alice> balance available=300.00 EUR
door> alice
obole to alice> login-link link=/door/… until=2026-03-02 10:15
door> nobody
answer> done
