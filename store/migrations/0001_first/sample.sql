-- A small sound world, on which every later migration is tried.
INSERT INTO policy (version, starts_at, body) VALUES (1, 0, 'version = 1');

INSERT INTO member (id, kind, name, about, lang, tier, home, created_at, frozen_at, frozen_reason) VALUES
    (X'019BC18D000070008000000000000001', 'person', 'Alice', 'paints', 'fr', 1, 'square', 1000, NULL, NULL),
    (X'019BC18D000070008000000000000002', 'merchant', 'Chez Léa', '', 'fr', 2, 'square', 1000, 2000, 'asked us to');

INSERT INTO handle (network, stable_id, name, member, linked_at) VALUES
    ('square', 'alice', 'alice', X'019BC18D000070008000000000000001', 1000),
    ('square', 'chezlea', 'chezlea', X'019BC18D000070008000000000000002', 1000);

INSERT INTO pin (member, hash, set_at, wrong_count) VALUES
    (X'019BC18D000070008000000000000001', '$argon2id$sample', 1000, 1);

INSERT INTO top_up (id, member, amount, currency, reference, at) VALUES
    (X'019BC18D000070008000000000000003', X'019BC18D000070008000000000000001', 30000, 'EUR', 'RF18', 1500);

INSERT INTO transfer (cause, number, kind, debit, credit, amount, currency, at) VALUES
    (X'019BC18D000070008000000000000003', 0, 'top_up', X'00000000000000000000000000000002',
     X'019BC18D000070008000000000000001', 30000, 'EUR', 1500),
    (X'019BC18D000070008000000000000004', 0, 'payment', X'019BC18D000070008000000000000001',
     X'019BC18D000070008000000000000002', 2000, 'EUR', 1600),
    (X'019BC18D000070008000000000000004', 1, 'fee', X'019BC18D000070008000000000000002',
     X'00000000000000000000000000000004', 30, 'EUR', 1600);

INSERT INTO payment (id, first, legs, purpose, payer, payee, payee_network, payee_name, amount, fee, currency,
    state, policy, origin, memo, public, created_at, expires_at, consent, consent_number, consent_at,
    counted_day, counted_month, claim, claimed_by, claimed_at, ended_at, before) VALUES
    (X'019BC18D000070008000000000000004', X'019BC18D000070008000000000000004', 1, 'send',
     X'019BC18D000070008000000000000001', X'019BC18D000070008000000000000002', NULL, NULL, 2000, 30, 'EUR',
     'paid', 1, X'00112233445566778899AABBCCDDEEFF', 'lunch', 1, 1600, NULL, 'exempt', 1, 1600,
     20454, 672, NULL, NULL, NULL, 1600, NULL),
    (X'019BC18D000070008000000000000005', X'019BC18D000070008000000000000005', 1, 'send',
     X'019BC18D000070008000000000000001', NULL, 'square', 'zoe', 500, 0, 'EUR',
     'held', 1, X'00112233445566778899AABBCCDDEE00', '', 0, 1700, 9000, 'exempt', 2, 1700,
     20454, 672, X'00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF', NULL, NULL, NULL,
     X'019BC18D000070008000000000000004');

INSERT INTO hold (payment, member, amount, currency, opened_at, ended, ended_at) VALUES
    (X'019BC18D000070008000000000000005', X'019BC18D000070008000000000000001', 500, 'EUR', 1700, NULL, NULL);

INSERT INTO line (cause, transfer, member, currency, number, change, posted, other, at, before_cause,
    before_transfer) VALUES
    (X'019BC18D000070008000000000000003', 0, X'019BC18D000070008000000000000001', 'EUR', 1, 30000, 30000,
     X'00000000000000000000000000000002', 1500, NULL, NULL),
    (X'019BC18D000070008000000000000004', 0, X'019BC18D000070008000000000000001', 'EUR', 2, -2000, 28000,
     X'019BC18D000070008000000000000002', 1600, X'019BC18D000070008000000000000003', 0),
    (X'019BC18D000070008000000000000004', 0, X'019BC18D000070008000000000000002', 'EUR', 1, 2000, 2000,
     X'019BC18D000070008000000000000001', 1600, NULL, NULL),
    (X'019BC18D000070008000000000000004', 1, X'019BC18D000070008000000000000002', 'EUR', 2, -30, 1970,
     X'00000000000000000000000000000004', 1600, X'019BC18D000070008000000000000004', 0);

INSERT INTO wallet (member, currency, custody, posted, held, lines, last_line_cause, last_line_transfer, last_payment,
    spent_day, spent_in_day, spent_month, spent_in_month, exempt_total, exempt_count, consents) VALUES
    (X'019BC18D000070008000000000000001', 'EUR', 'own', 28000, 500, 2,
     X'019BC18D000070008000000000000004', 0, X'019BC18D000070008000000000000005', 20454, 2500, 672, 2500, 2500, 2, 2),
    (X'019BC18D000070008000000000000002', 'EUR', 'own', 1970, 0, 2,
     X'019BC18D000070008000000000000004', 1, NULL, 0, 0, 0, 0, 0, 0, 0);

INSERT INTO done (key, digest, at, answer) VALUES
    (X'00112233445566778899AABBCCDDEEFF', -5, 1600, '1D0:1:019bc18d000070008000000000000004f');

INSERT INTO outbox (id, network, conversation, body, due_at, tries, leased_until, fence) VALUES
    (2, 'square', NULL, '1M019bc18d0000700080000000000000016:squared-fr7:welcome0:-', 1000, 0, 0, 0);
UPDATE engine SET last_at = 1700, last_outbox = 2;

INSERT INTO dead_letter (id, network, conversation, body, tries, error, dead_at) VALUES
    (1, 'matrix', X'019BC18D000070008000000000000001', '?', 12, 'gone', 1700);

INSERT INTO post (number, id, author, direct, request, reply_to, code, text, lang, payment, at, deleted_at) VALUES
    (1, 'p1', X'019BC18D000070008000000000000001', NULL, X'00112233445566778899AABBCCDDEEFF', NULL, NULL,
     '@obole #envoyer 20€ @chezlea', NULL, NULL, 1600, NULL);

INSERT INTO sign_in (token_hash, member, expires_at, used_at) VALUES
    (X'00', X'019BC18D000070008000000000000001', 9000, NULL);
INSERT INTO session (token_hash, member, created_at, expires_at) VALUES
    (X'00', X'019BC18D000070008000000000000001', 1000, 9000);
INSERT INTO api_key (id, secret, member, scopes, created_at) VALUES ('key', X'00', NULL, 'posts', 1000);
