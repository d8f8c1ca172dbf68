INSERT INTO webhook (id, member, url, secret, old_secret, old_until, created_at) VALUES
    ('wh_1', X'019BC18D000070008000000000000002', 'https://shop.example.org/hook', X'00', NULL, NULL, 1000);
INSERT INTO webhook_delivery (id, endpoint, body, tries, state, error, at) VALUES
    (1, 'wh_1', '?', 12, 'dead', 'answered 500', 1700);
