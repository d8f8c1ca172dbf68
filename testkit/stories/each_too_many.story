# Twenty recipients at most.
alice> @obole #envoyer 0,10€ chacun à @aa @ab @ac @ad @ae @af @ag @ah @ai @aj @ak @al @am @an @ao @ap @aq @ar @as @at @au
obole public> look-public
obole to alice> refused-too_many_recipients limit=20
alice> @obole #envoyer 0,10€ chacun à @aa @ab @ac @ad @ae @af @ag @ah @ai @aj @ak @al @am @an @ao @ap @aq @ar @as @at
obole public> look-public
obole to alice> set-aside amount=0.10 EUR to=@aa until=2026-03-09 10:00 link=/claim/pay1
obole to alice> set-aside amount=0.10 EUR to=@ab until=2026-03-09 10:00 link=/claim/pay2
obole to alice> set-aside amount=0.10 EUR to=@ac until=2026-03-09 10:00 link=/claim/pay3
obole to alice> set-aside amount=0.10 EUR to=@ad until=2026-03-09 10:00 link=/claim/pay4
obole to alice> set-aside amount=0.10 EUR to=@ae until=2026-03-09 10:00 link=/claim/pay5
obole to alice> set-aside amount=0.10 EUR to=@af until=2026-03-09 10:00 link=/claim/pay6
obole to alice> set-aside amount=0.10 EUR to=@ag until=2026-03-09 10:00 link=/claim/pay7
obole to alice> set-aside amount=0.10 EUR to=@ah until=2026-03-09 10:00 link=/claim/pay8
obole to alice> set-aside amount=0.10 EUR to=@ai until=2026-03-09 10:00 link=/claim/pay9
obole to alice> set-aside amount=0.10 EUR to=@aj until=2026-03-09 10:00 link=/claim/pay10
obole to alice> set-aside amount=0.10 EUR to=@ak until=2026-03-09 10:00 link=/claim/pay11
obole to alice> set-aside amount=0.10 EUR to=@al until=2026-03-09 10:00 link=/claim/pay12
obole to alice> set-aside amount=0.10 EUR to=@am until=2026-03-09 10:00 link=/claim/pay13
obole to alice> set-aside amount=0.10 EUR to=@an until=2026-03-09 10:00 link=/claim/pay14
obole to alice> set-aside amount=0.10 EUR to=@ao until=2026-03-09 10:00 link=/claim/pay15
obole to alice> set-aside amount=0.10 EUR to=@ap until=2026-03-09 10:00 link=/claim/pay16
obole to alice> set-aside amount=0.10 EUR to=@aq until=2026-03-09 10:00 link=/claim/pay17
obole to alice> set-aside amount=0.10 EUR to=@ar until=2026-03-09 10:00 link=/claim/pay18
obole to alice> set-aside amount=0.10 EUR to=@as until=2026-03-09 10:00 link=/claim/pay19
obole to alice> set-aside amount=0.10 EUR to=@at until=2026-03-09 10:00 link=/claim/pay20
ledger> alice 298.00 held 2.00
alice direct> annuler
obole to alice> cancelled amount=0.10 EUR to=@aa, @ab, @ac, @ad, @ae, @af, @ag, @ah, @ai, @aj, @ak, @al, @am, @an, @ao, @ap, @aq, @ar, @as, @at
ledger> alice 300.00
