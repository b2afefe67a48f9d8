-- What sending a mail exactly once needs to remember. Times are ISO 8601 UTC text.

-- 'weekly' in its hour; 'status' at once, to those who asked for changes only.
ALTER TABLE issues ADD COLUMN kind TEXT NOT NULL DEFAULT 'weekly'
  CHECK (kind IN ('weekly', 'status'));
-- Whether those get it who asked for weeks with news only.
ALTER TABLE issues ADD COLUMN has_news INTEGER NOT NULL DEFAULT 1 CHECK (has_news IN (0, 1));
-- The last subscriber, by key, who was given a delivery.
ALTER TABLE issues ADD COLUMN planned_through TEXT;

-- Counts the keys that a chunk was called under: a new one once nobody can know of the last.
ALTER TABLE delivery_chunks ADD COLUMN round INTEGER NOT NULL DEFAULT 0 CHECK (round >= 0);
-- When the provider told, by webhook, of a mail of this chunk: its call was taken.
ALTER TABLE delivery_chunks ADD COLUMN taken_at TEXT;
-- How many mails its call brought under way.
ALTER TABLE delivery_chunks ADD COLUMN mails INTEGER NOT NULL DEFAULT 0 CHECK (mails >= 0);

-- A mail that the provider found fault with, in its words.
ALTER TABLE deliveries ADD COLUMN refused_at TEXT;
ALTER TABLE deliveries ADD COLUMN refusal TEXT;

-- The issue whose mail an event is about; NULL for confirmations and the provider's own list.
ALTER TABLE webhook_events ADD COLUMN issue_id TEXT;
CREATE INDEX webhook_events_of_issue ON webhook_events (issue_id, type) WHERE issue_id IS NOT NULL;

-- Bounces that may pass, since the last mail that arrived.
CREATE TABLE soft_bounces (
  subscriber_id TEXT NOT NULL REFERENCES subscribers (id) ON DELETE CASCADE,
  event_id      TEXT NOT NULL,
  happened_at   TEXT NOT NULL,
  PRIMARY KEY (subscriber_id, event_id)
) STRICT, WITHOUT ROWID;

-- What the mail provider last told of our account, and whether issues may be sent.
CREATE TABLE mail_account (
  id             INTEGER PRIMARY KEY CHECK (id = 1),
  -- nothing is sent before
  wait_until     TEXT,
  wait_reason    TEXT,
  -- mails used of the quotas, as told at that time
  day_used       INTEGER,
  month_used     INTEGER,
  used_at        TEXT,
  -- no issue is sent until the operator resumes
  paused_at      TEXT,
  paused_reason  TEXT,
  resumed_at     TEXT
) STRICT;

