# Whom the operator has frozen neither gives back nor is asked; the operator gives it back in their place, also to
# somebody who is frozen: it is their own money.
alice> @obole #envoyer 10€ @chezlea
obole public> sent-public amount=10.00 EUR to=Chez Léa
obole to alice> sent amount=10.00 EUR to=Chez Léa left=290.00 EUR
obole to chezlea> received-fee fee=0.15 EUR net=9.85 EUR amount=10.00 EUR from=Alice
admin> freeze chezlea
obole to chezlea> frozen
chezlea direct> rembourser {pay1}
obole to chezlea> refused-payer_frozen
page alice> ask back pay1
answer> refused refused-payee_unavailable to=Chez Léa
admin> refund pay1 4.00 EUR
obole to alice> refund-received amount=4.00 EUR whole=10.00 EUR from=Chez Léa
obole to chezlea> refunded-for-you-fee fee=0.06 EUR amount=4.00 EUR to=Alice left=5.91 EUR
ledger> alice 294.00, chezlea 5.91, fees 0.09
admin> freeze alice
obole to alice> frozen
admin> refund pay1
obole to alice> refund-received amount=6.00 EUR whole=10.00 EUR from=Chez Léa
obole to chezlea> refunded-for-you-fee fee=0.09 EUR amount=6.00 EUR to=Alice left=0.00 EUR
admin> refund pay1
answer> refused refused-refund_done
ledger> alice 300.00, chezlea 0.00, fees 0.00
