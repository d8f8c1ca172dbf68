# Verbs that the grammar reads and this operator does not offer.
alice direct> lier
obole to alice> refused-verb_not_offered verb=link
alice> @obole #envoyer 5€
obole public> look-public
obole to alice> recipient_missing name=@obole verb=#envoyer heard= write=@obole #envoyer 5 € @… kind=one
alice> @obole #envoyer 5€ @bob @carol
obole public> look-public
obole to alice> recipients_several name=@obole verb=#envoyer heard=@bob, @carol write=@obole #envoyer 5 € chacun @bob @carol kind=one
ledger> nothing moved
