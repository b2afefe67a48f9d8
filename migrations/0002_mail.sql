-- The way of a mail. Times are ISO 8601 UTC text; what has not happened is NULL.
-- Addresses are sealed (AES-GCM) and found by keyed hash (HMAC); tokens are kept as hashes.

CREATE TABLE subscribers (
  id              TEXT PRIMARY KEY,
  address_hash    TEXT NOT NULL UNIQUE,
  address_sealed  TEXT NOT NULL,
  created_at      TEXT NOT NULL,
  confirmed_at    TEXT,
  unsubscribed_at TEXT,
  -- Which mails: weekly is every issue; news is only issues of weeks that brought news; changes is
  -- no weekly issue at all, but a mail of its own when the status changes.
  choice          TEXT NOT NULL DEFAULT 'weekly' CHECK (choice IN ('weekly', 'news', 'changes')),
  -- No mail of any kind before this moment; from it on as chosen. What was missed is not made up
  -- for. NULL, or a moment that has passed: not paused.
  paused_until    TEXT,
  -- Asked to be erased, and unsubscribed with it; the row goes when no call in doubt needs it.
  erase_asked_at  TEXT,
  CHECK (unsubscribed_at IS NULL OR confirmed_at IS NOT NULL),
  CHECK (erase_asked_at IS NULL OR unsubscribed_at IS NOT NULL OR confirmed_at IS NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX subscribers_unconfirmed ON subscribers (created_at) WHERE confirmed_at IS NULL;
CREATE INDEX subscribers_leaving ON subscribers (erase_asked_at) WHERE erase_asked_at IS NOT NULL;

-- Each mail that asked to confirm. A used one is the proof of consent: which form, which words,
-- when; for an imported one, from where it came.
CREATE TABLE confirmations (
  id            TEXT PRIMARY KEY,
  subscriber_id TEXT NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
  token_hash    TEXT NOT NULL UNIQUE,
  form          TEXT NOT NULL,
  text_version  TEXT NOT NULL,
  choice        TEXT NOT NULL DEFAULT 'weekly' CHECK (choice IN ('weekly', 'news', 'changes')),
  source        TEXT,
  requested_at  TEXT NOT NULL,
  expires_at    TEXT NOT NULL,
  used_at       TEXT,
  CHECK (expires_at >= requested_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX confirmations_of_subscriber ON confirmations (subscriber_id, requested_at);
CREATE INDEX confirmations_unused ON confirmations (expires_at) WHERE used_at IS NULL;

-- Wishes to subscribe that nobody has worked on yet: the same row for every address, so that the
-- answer takes as long for a known as for a new one. Gone once the mail is out, or is not due.
CREATE TABLE subscribe_requests (
  id             TEXT PRIMARY KEY,
  address_hash   TEXT NOT NULL,
  address_sealed TEXT NOT NULL,
  token_sealed   TEXT NOT NULL,
  form           TEXT NOT NULL,
  text_version   TEXT NOT NULL,
  choice         TEXT NOT NULL CHECK (choice IN ('weekly', 'news', 'changes')),
  requested_at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What is counted within an hour, by name: all requests, those of one network (a keyed hash).
CREATE TABLE limits (
  name    TEXT PRIMARY KEY,
  used    INTEGER NOT NULL CHECK (used > 0),
  ends_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Addresses that must never be mailed. Outlives the subscriber. 'erased' is weaker: it bars the
-- address from being imported again, not its owner from subscribing again.
CREATE TABLE suppressions (
  address_hash  TEXT PRIMARY KEY,
  reason        TEXT NOT NULL
                CHECK (reason IN ('bounce', 'complaint', 'provider', 'operator', 'erased')),
  suppressed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who may be mailed: the one place that every mail's address comes from.
CREATE VIEW mailable AS
SELECT id, address_hash, address_sealed, confirmed_at, unsubscribed_at, choice, paused_until
FROM subscribers
WHERE NOT EXISTS (
  SELECT 1
  FROM suppressions
  WHERE suppressions.address_hash = subscribers.address_hash AND reason <> 'erased'
);

-- Events of the mail provider that were handled.
CREATE TABLE webhook_events (
  id         TEXT PRIMARY KEY,
  type       TEXT NOT NULL,
  handled_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One digest, frozen when made. Bodies bear marks for what differs between recipients.
CREATE TABLE issues (
  id           TEXT PRIMARY KEY,
  covers_from  TEXT NOT NULL,
  covers_until TEXT NOT NULL,
  made_at      TEXT NOT NULL,
  subject      TEXT NOT NULL,
  html         TEXT NOT NULL,
  text         TEXT NOT NULL,
  news         TEXT NOT NULL CHECK (json_valid(news)),
  content_hash TEXT NOT NULL,
  -- who sends it, frozen when sending begins, so that a retry sends the same bytes
  envelope     TEXT CHECK (json_valid(envelope)),
  planned_at   TEXT,
  finished_at  TEXT,
  CHECK (covers_from < covers_until),
  CHECK (planned_at IS NULL OR envelope IS NOT NULL),
  CHECK (finished_at IS NULL OR planned_at IS NOT NULL)
) STRICT;

CREATE INDEX issues_unfinished ON issues (covers_until) WHERE finished_at IS NULL;

-- One call to the mail provider: the deliveries from one subscriber to another, by key.
CREATE TABLE delivery_chunks (
  issue_id         TEXT NOT NULL REFERENCES issues (id),
  number           INTEGER NOT NULL CHECK (number >= 0),
  first_subscriber TEXT NOT NULL,
  last_subscriber  TEXT NOT NULL,
  tries            INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
  claimed_until    TEXT,
  next_try_at      TEXT,
  -- the first call whose outcome is not known: from then on its members and bytes are fixed
  in_doubt_since   TEXT,
  ended_at         TEXT,
  outcome          TEXT CHECK (outcome IN ('sent', 'split', 'refused', 'lost', 'empty')),
  note             TEXT,
  PRIMARY KEY (issue_id, number),
  CHECK (first_subscriber <= last_subscriber),
  CHECK ((ended_at IS NULL) = (outcome IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX delivery_chunks_open ON delivery_chunks (issue_id) WHERE ended_at IS NULL;

-- One mail to one of the subscribers. No foreign key on the subscriber: a row outlives erasure.
CREATE TABLE deliveries (
  issue_id      TEXT NOT NULL REFERENCES issues (id),
  subscriber_id TEXT NOT NULL,
  chunk         INTEGER NOT NULL,
  sent_at       TEXT,
  provider_id   TEXT,
  skipped_at    TEXT,
  PRIMARY KEY (issue_id, subscriber_id),
  CHECK (sent_at IS NULL OR skipped_at IS NULL)
) STRICT, WITHOUT ROWID;
