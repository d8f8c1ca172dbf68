-- A message that still waits, said by a request that the log knows.
INSERT INTO outbox (id, network, conversation, body, due_at, tries, leased_until, fence, trace) VALUES
    (3, 'square', NULL, '1M019bc18d0000700080000000000000016:squared-fr7:welcome0:-', 1000, 0, 0, 0, 'req-00000001');
UPDATE engine SET last_outbox = 3;
