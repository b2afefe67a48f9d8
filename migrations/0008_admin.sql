-- The operator's side. Times are ISO 8601 UTC text; what has not happened is NULL.

-- Every act of an admin: when, who (the name of a token), what, to what, and how it was before and
-- after. Written with the act; never changed.
CREATE TABLE audit (
  id      INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  who     TEXT NOT NULL,
  act     TEXT NOT NULL,
  subject TEXT NOT NULL,
  before  TEXT CHECK (before IS NULL OR json_valid(before)),
  after   TEXT CHECK (after IS NULL OR json_valid(after))
) STRICT;

-- Who stopped a scan, and when; what it had still to read is held until somebody lets it go on.
ALTER TABLE scans ADD COLUMN stopped_at TEXT;
ALTER TABLE scans ADD COLUMN stopped_by TEXT;
CREATE INDEX scans_by_time ON scans (requested_at, id);

-- The time that a history is read for, both days included; NULL: without an end on that side.
ALTER TABLE backfills ADD COLUMN covers_from TEXT;
ALTER TABLE backfills ADD COLUMN covers_until TEXT;

CREATE INDEX looks_of_source ON looks (source_id, finished_at);
