INSERT INTO schedule (id, payer, payee, amount, currency, memo, rhythm, month_day, first_on, last_on, times, state,
    origin, created_at, next, due_at, tried, paid, ended_at) VALUES
    (X'019BC18D000070008000000000000020', X'019BC18D000070008000000000000001',
     X'019BC18D000070008000000000000002', 5000, 'EUR', 'rent', 'monthly', 31, '2026-01-31', '2026-12-31', NULL,
     'active', X'00112233445566778899AABBCCDDEE10', 1700, 1, 1772265600000000, 0, 0, NULL),
    (X'019BC18D000070008000000000000021', X'019BC18D000070008000000000000002',
     X'019BC18D000070008000000000000001', 700, 'EUR', '', 'weekly', NULL, '2026-01-30', NULL, 3, 'withdrawn',
     X'00112233445566778899AABBCCDDEE11', 1710, 0, NULL, 0, 0, 1720);
INSERT INTO schedule_run (schedule, number, outcome, payment, refusal, at) VALUES
    (X'019BC18D000070008000000000000020', 0, 'skipped', NULL, 'insufficient_funds', 1730);
