# Nobody is called dave: the money is set aside, and ends by the link and alice's word.
alice> @obole #envoyer 20€ @dave pour le taxi
ledger>
admin> add dave Dave person 1
page dave> claim pay1
payments>
alice direct> oui
ledger>
payments>
page dave> claim pay1
