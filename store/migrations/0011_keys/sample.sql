-- A key that was destroyed; whoever opens the samples adds the others.
INSERT INTO member_key (number, member, wrapped) VALUES
    (1, X'019BC18D000070008000000000000009', X'');
