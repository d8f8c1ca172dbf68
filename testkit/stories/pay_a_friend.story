# A small post is its own consent: paid at once, told in public without a balance, in private with it.
alice> @obole #envoyer 12€ @bob
ledger>
alice direct> solde
bob direct> historique
alice> @obole #suivi
payments>
