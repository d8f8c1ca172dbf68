-- A quarter of the first sample's paid payment goes back, with its part of the fee, and the payer asks for the rest.
INSERT INTO transfer (cause, number, kind, debit, credit, amount, currency, at) VALUES
    (X'019BC18D000070008000000000000004', 2, 'fee_back', X'00000000000000000000000000000004',
     X'019BC18D000070008000000000000002', 8, 'EUR', 2500),
    (X'019BC18D000070008000000000000004', 3, 'refund', X'019BC18D000070008000000000000002',
     X'019BC18D000070008000000000000001', 500, 'EUR', 2500);
INSERT INTO late_transfer (cause, number) VALUES
    (X'019BC18D000070008000000000000004', 2),
    (X'019BC18D000070008000000000000004', 3);
INSERT INTO line (cause, transfer, member, currency, number, change, posted, other, at, before_cause,
    before_transfer) VALUES
    (X'019BC18D000070008000000000000004', 2, X'019BC18D000070008000000000000002', 'EUR', 3, 8, 1978,
     X'00000000000000000000000000000004', 2500, X'019BC18D000070008000000000000004', 1),
    (X'019BC18D000070008000000000000004', 3, X'019BC18D000070008000000000000002', 'EUR', 4, -500, 1478,
     X'019BC18D000070008000000000000001', 2500, X'019BC18D000070008000000000000004', 2),
    (X'019BC18D000070008000000000000004', 3, X'019BC18D000070008000000000000001', 'EUR', 3, 500, 28500,
     X'019BC18D000070008000000000000002', 2500, X'019BC18D000070008000000000000004', 0);
UPDATE wallet SET posted = 28500, lines = 3, last_line_transfer = 3, spent_in_day = 2000, spent_in_month = 2000
    WHERE member = X'019BC18D000070008000000000000001';
UPDATE wallet SET posted = 1478, lines = 4, last_line_transfer = 3, exempt_total = 500, exempt_count = 1, consents = 1
    WHERE member = X'019BC18D000070008000000000000002';
UPDATE payment SET refunded = 500, fee_refunded = 8, refund_transfers = 2, refund_ask = 1500,
    refund_asked_at = 2600, refund_ask_until = 9000
    WHERE id = X'019BC18D000070008000000000000004';
INSERT INTO refund (payment, number, payee, amount, fee, currency, consent, consent_number, consent_at, reason, at)
VALUES
    (X'019BC18D000070008000000000000004', 3, X'019BC18D000070008000000000000002', 500, 8, 'EUR',
     'exempt', 1, 2500, '', 2500);
INSERT INTO refund_asks (payer, payee, day, count) VALUES
    (X'019BC18D000070008000000000000001', X'019BC18D000070008000000000000002', 20454, 1);
UPDATE engine SET last_at = 2600;
