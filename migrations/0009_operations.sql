-- Running it: what waits for an editor, what died and why, what is used up, who was told of what.
-- Times are ISO 8601 UTC text; what has not happened is NULL.

-- Since when issues that are made wait for an editor; NULL: they go out at once.
ALTER TABLE mail_account ADD COLUMN approval_since TEXT;

-- An issue that was made to wait, and who let it go when. Until then no reader sees it.
ALTER TABLE issues ADD COLUMN held_at TEXT;
ALTER TABLE issues ADD COLUMN approved_at TEXT;
ALTER TABLE issues ADD COLUMN approved_by TEXT;
ALTER TABLE issues ADD COLUMN is_held INTEGER NOT NULL
  GENERATED ALWAYS AS (held_at IS NOT NULL AND approved_at IS NULL) VIRTUAL;

-- Why a job last failed or had to wait, by the job itself, until it is done.
CREATE TABLE job_failures (
  job       TEXT PRIMARY KEY CHECK (json_valid(job)),
  reason    TEXT NOT NULL,
  failed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Why it died, and what an admin did with it.
ALTER TABLE dead_letters ADD COLUMN reason TEXT;
ALTER TABLE dead_letters ADD COLUMN settled_at TEXT;
ALTER TABLE dead_letters ADD COLUMN settled_by TEXT;
ALTER TABLE dead_letters ADD COLUMN settled_how TEXT
  CHECK (settled_how IN ('replayed', 'put aside'));
CREATE INDEX dead_letters_open ON dead_letters (died_at, id) WHERE settled_at IS NULL;

-- The oldest wish to subscribe that nobody has worked on, without looking at all of them.
CREATE INDEX subscribe_requests_by_time ON subscribe_requests (requested_at);

-- What was used on a day (UTC), as we count it ourselves.
CREATE TABLE usage (
  day  TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('mails', 'messages', 'rows read', 'rows written')),
  used INTEGER NOT NULL CHECK (used >= 0),
  PRIMARY KEY (day, what)
) STRICT, WITHOUT ROWID;

-- How many subscribers there were at the first count of a day: who has left leaves no other trace.
CREATE TABLE subscriber_days (
  day         TEXT PRIMARY KEY,
  -- those who get mail, by what they chose
  weekly      INTEGER NOT NULL,
  news        INTEGER NOT NULL,
  changes     INTEGER NOT NULL,
  paused      INTEGER NOT NULL,
  unconfirmed INTEGER NOT NULL,
  gone        INTEGER NOT NULL,
  suppressed  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the admin was told of by mail: at most once a day for each cause.
CREATE TABLE alerts (
  day     TEXT NOT NULL,
  cause   TEXT NOT NULL,
  words   TEXT NOT NULL,
  made_at TEXT NOT NULL,
  sent_at TEXT,
  PRIMARY KEY (day, cause)
) STRICT, WITHOUT ROWID;
