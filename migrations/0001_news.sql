-- The way of a piece of news. Times are ISO 8601 UTC text; unknown is NULL.

-- A publisher's host. It is asked one thing at a time: whoever asks holds the lease.
CREATE TABLE hosts (
  host        TEXT PRIMARY KEY,
  lease       TEXT,
  leased_at   TEXT,
  -- the pause between two requests ends here
  free_at     TEXT,
  -- until when it asked us to stay away, and in which words
  wait_until  TEXT,
  wait_reason TEXT,
  -- how often in a row it said so without naming a time
  waits       INTEGER NOT NULL DEFAULT 0 CHECK (waits >= 0),
  CHECK ((lease IS NULL) = (leased_at IS NULL))
) STRICT;

-- The last robots.txt of each service; text is NULL where it could not be had, and why.
CREATE TABLE robots (
  origin     TEXT PRIMARY KEY,
  fetched_at TEXT NOT NULL,
  text       TEXT,
  reason     TEXT,
  CHECK ((text IS NULL) <> (reason IS NULL))
) STRICT;

-- Hosts, each with its subdomains, whose publisher asked us to stay away, and in which words.
CREATE TABLE stopped_hosts (
  host     TEXT PRIMARY KEY CHECK (host = lower(host)),
  asked_at TEXT NOT NULL,
  words    TEXT NOT NULL
) STRICT;

-- What is asked for again and again: feeds, and the parts of a sitemap.
CREATE TABLE addresses (
  url           TEXT PRIMARY KEY,
  asked_at      TEXT NOT NULL,
  -- when all of it was last asked for, without validators
  whole_at      TEXT,
  -- exactly as the server last sent them
  etag          TEXT,
  last_modified TEXT
) STRICT;

-- The state of each configured source; what it is stands in config/sources.ts.
CREATE TABLE sources (
  id             TEXT PRIMARY KEY,
  -- as it was configured when this state came to be: with another address all begins anew
  url            TEXT NOT NULL DEFAULT '',
  state          TEXT NOT NULL DEFAULT 'ok'
                 CHECK (state IN ('ok', 'slow', 'suspect', 'blocked', 'gone', 'paused')),
  next_due_at    TEXT NOT NULL,
  -- nobody, an admin neither, looks before this: the publisher's wish
  not_before     TEXT,
  last_scan_at   TEXT,
  last_ok_at     TEXT,
  last_change_at TEXT,
  failures       INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  last_error     TEXT,
  -- seconds between two changes, as learnt
  rhythm         INTEGER CHECK (rhythm >= 0),
  -- the least seconds between two looks, longer after the publisher asked us to slow down
  least_gap      INTEGER NOT NULL DEFAULT 0,
  -- what the source says of itself: ttl, hours and days to skip, further parts
  hints          TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(hints)),
  -- what it last showed: how many items, and a digest of them
  items          INTEGER CHECK (items >= 0),
  shown          TEXT,
  -- where it moved for good, and how often it was found there
  moved_to       TEXT,
  moved_seen     INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE scans (
  id           TEXT PRIMARY KEY,
  requested_by TEXT NOT NULL CHECK (requested_by IN ('cron', 'admin')),
  requested_at TEXT NOT NULL
) STRICT;

-- One look at one source. Open while finished_at is NULL; at most one open for a source.
CREATE TABLE looks (
  scan_id     TEXT NOT NULL REFERENCES scans (id),
  source_id   TEXT NOT NULL REFERENCES sources (id),
  started_at  TEXT,
  finished_at TEXT,
  outcome     TEXT CHECK (outcome IN ('fresh', 'unchanged', 'refused', 'failed')),
  detail      TEXT,
  items       INTEGER CHECK (items >= 0),
  relevant    INTEGER CHECK (relevant >= 0),
  found       INTEGER CHECK (found >= 0),
  PRIMARY KEY (scan_id, source_id),
  CHECK ((finished_at IS NULL) = (outcome IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX looks_open ON looks (source_id) WHERE finished_at IS NULL;

-- The history of a source, walked step by step, once. Its scan bears the pages that it found.
CREATE TABLE backfills (
  source_id   TEXT PRIMARY KEY REFERENCES sources (id),
  scan_id     TEXT NOT NULL REFERENCES scans (id),
  step        INTEGER NOT NULL DEFAULT 0 CHECK (step >= 0),
  next_at     TEXT NOT NULL,
  claimed_at  TEXT,
  tries       INTEGER NOT NULL DEFAULT 0,
  -- a digest of what the last step showed: the same again means that there is no more
  shown       TEXT,
  finished_at TEXT,
  note        TEXT
) STRICT;

-- Relevant items, by canonical url: each is to be read once.
CREATE TABLE pages (
  url         TEXT PRIMARY KEY,
  source_id   TEXT NOT NULL REFERENCES sources (id),
  scan_id     TEXT NOT NULL REFERENCES scans (id),
  title       TEXT NOT NULL,
  published   TEXT,
  feed_text   TEXT NOT NULL,
  found_at    TEXT NOT NULL,
  tries       INTEGER NOT NULL DEFAULT 0,
  next_try_at TEXT NOT NULL,
  claimed_at  TEXT,
  read_at     TEXT,
  given_up_at TEXT,
  note        TEXT,
  CHECK (read_at IS NULL OR given_up_at IS NULL)
) STRICT;

CREATE INDEX pages_open ON pages (next_try_at) WHERE read_at IS NULL AND given_up_at IS NULL;
CREATE INDEX pages_of_scan ON pages (scan_id);

-- A story bears the id of the article that founded it.
CREATE TABLE stories (
  id       TEXT PRIMARY KEY,
  moment   TEXT NOT NULL,
  speaker  TEXT,
  original TEXT
) STRICT;

CREATE TABLE story_keys (
  key      TEXT NOT NULL,
  story_id TEXT NOT NULL REFERENCES stories (id),
  PRIMARY KEY (key, story_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE articles (
  id             TEXT PRIMARY KEY,
  url            TEXT NOT NULL UNIQUE,
  source_id      TEXT NOT NULL REFERENCES sources (id),
  outlet         TEXT NOT NULL,
  title          TEXT NOT NULL,
  authors        TEXT NOT NULL CHECK (json_valid(authors)),
  published      TEXT,
  modified       TEXT,
  lang           TEXT,
  text           TEXT NOT NULL,
  -- 'page', or 'feed' where the page was refused and only the feed's text is known
  read_from      TEXT NOT NULL CHECK (read_from IN ('page', 'feed')),
  read_at        TEXT NOT NULL,
  -- when it counts: published, else first seen
  moment         TEXT NOT NULL,
  -- what it says, read alone, so that it can be placed anew without reading again
  reading        TEXT NOT NULL CHECK (json_valid(reading)),
  rules_version  INTEGER NOT NULL,
  relevant       INTEGER NOT NULL CHECK (relevant IN (0, 1)),
  why            TEXT NOT NULL,
  stage          TEXT,
  headline_stage TEXT,
  overclaims     INTEGER NOT NULL CHECK (overclaims IN (0, 1)),
  text_key       TEXT NOT NULL,
  -- its place among the others; NULL for what is not on the topic
  duplicate_of   TEXT REFERENCES articles (id),
  story_id       TEXT REFERENCES stories (id),
  story_join     TEXT CHECK (json_valid(story_join)),
  original       TEXT,
  -- NULL while an earlier article that came later may have moved its place
  placed_at      TEXT,
  CHECK (duplicate_of IS NULL OR duplicate_of <> id),
  CHECK (relevant = 1 OR story_id IS NULL)
) STRICT;

CREATE INDEX articles_by_text ON articles (text_key);
CREATE INDEX articles_by_moment ON articles (moment) WHERE relevant = 1;
CREATE INDEX articles_by_reading ON articles (read_at) WHERE relevant = 1;
CREATE INDEX articles_to_place ON articles (id) WHERE placed_at IS NULL AND relevant = 1;
CREATE INDEX articles_of_story ON articles (story_id);

CREATE TABLE article_keys (
  key        TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id),
  PRIMARY KEY (key, article_id)
) STRICT, WITHOUT ROWID;

-- The first appearance of each quotation.
CREATE TABLE quotations (
  key        TEXT PRIMARY KEY,
  speaker    TEXT,
  role       TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id),
  moment     TEXT NOT NULL,
  said_on    TEXT,
  given_to   TEXT,
  story_id   TEXT NOT NULL REFERENCES stories (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE quotation_keys (
  key           TEXT NOT NULL,
  quotation_key TEXT NOT NULL REFERENCES quotations (key),
  PRIMARY KEY (key, quotation_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
  id         TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  speaker    TEXT,
  role       TEXT NOT NULL,
  quote      TEXT,
  evidence   TEXT NOT NULL,
  given_to   TEXT,
  said_on    TEXT,
  stage      TEXT,
  modality   TEXT NOT NULL
             CHECK (modality IN ('fact', 'plan', 'wish', 'denial', 'question', 'conditional', 'rumor')),
  rule       TEXT NOT NULL,
  recalled   INTEGER NOT NULL CHECK (recalled IN (0, 1)),
  fresh      INTEGER NOT NULL CHECK (fresh IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX statements_of_article ON statements (article_id);

-- Each change of the status by one version of the rules, with the statements that brought it.
CREATE TABLE status_changes (
  rules_version INTEGER NOT NULL,
  from_at       TEXT NOT NULL,
  stage         TEXT,
  because       TEXT NOT NULL CHECK (json_valid(because)),
  PRIMARY KEY (rules_version, from_at)
) STRICT, WITHOUT ROWID;

-- Jobs that failed as often as the queue allows, each with what it was to do.
CREATE TABLE dead_letters (
  id       TEXT PRIMARY KEY,
  queue    TEXT NOT NULL,
  job      TEXT NOT NULL CHECK (json_valid(job)),
  attempts INTEGER NOT NULL,
  died_at  TEXT NOT NULL
) STRICT;
