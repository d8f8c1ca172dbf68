-- Under which id the log speaks of the request that a message comes from; NULL for messages of older programs.
ALTER TABLE outbox ADD COLUMN trace text COLLATE "C";
ALTER TABLE dead_letter ADD COLUMN trace text COLLATE "C";
