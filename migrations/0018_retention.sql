-- What has had its time goes, some rows at a time.

-- How far a walk has come through what has no order of age; at its end it begins anew. Scans have one:
-- theirs goes on where it was.
CREATE TABLE purges (
  what TEXT PRIMARY KEY CHECK (what IN ('articles', 'pages', 'scans')),
  at   TEXT NOT NULL DEFAULT '',
  id   TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID;

INSERT INTO purges (what) VALUES ('articles'), ('pages'), ('scans');

-- How many mails of an issue there were whose deliveries are not kept any more, and what came back.
CREATE TABLE past_deliveries (
  issue_id   TEXT PRIMARY KEY REFERENCES issues (id),
  planned    INTEGER NOT NULL DEFAULT 0 CHECK (planned >= 0),
  sent       INTEGER NOT NULL DEFAULT 0 CHECK (sent >= 0),
  refused    INTEGER NOT NULL DEFAULT 0 CHECK (refused >= 0),
  skipped    INTEGER NOT NULL DEFAULT 0 CHECK (skipped >= 0),
  bounces    INTEGER NOT NULL DEFAULT 0 CHECK (bounces >= 0),
  complaints INTEGER NOT NULL DEFAULT 0 CHECK (complaints >= 0),
  -- since when none of them is kept
  ended_at   TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX dead_letters_settled ON dead_letters (settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX job_failures_by_time ON job_failures (failed_at);
CREATE INDEX webhook_events_of_none ON webhook_events (handled_at) WHERE issue_id IS NULL;

-- Of what was to be read again: articles whose text is not kept, which stay as they were read.
ALTER TABLE rereading ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0 CHECK (skipped >= 0);
