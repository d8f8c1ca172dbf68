INSERT INTO operator (member, since) VALUES (X'018BCFE56800700080000000000000A1', 1700000000000000);
INSERT INTO operator_act (number, at, operator, code, member, detail) VALUES
    (1, 1700000000000000, X'018BCFE56800700080000000000000A1', 'freeze',
     X'018BCFE56800700080000000000000A1', 'lost telephone');
INSERT INTO refusal_count (day, code, count) VALUES (19675, 'day_limit', 2);
INSERT INTO safeguard (day, currency, owed, bank, provider, at) VALUES
    (19675, 'EUR', 30000, 30000, 0, 1700000000000000);
