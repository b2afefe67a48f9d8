-- The status is derived piece by piece, by one version of the rules at a time.

-- What can change the status (src/status/evidence.ts), and when it was withdrawn.
CREATE INDEX statements_counting ON statements (moment, id)
  WHERE fresh = 1 AND stage IS NOT NULL AND modality NOT IN ('question', 'conditional');
CREATE INDEX statements_withdrawn ON statements (withdrawn_at, moment)
  WHERE withdrawn_at IS NOT NULL
    AND fresh = 1 AND stage IS NOT NULL AND modality NOT IN ('question', 'conditional');

-- The state with all that counts up to and with a moment, to go on from.
CREATE TABLE status_checkpoints (
  rules_version INTEGER NOT NULL,
  at            TEXT NOT NULL,
  state         TEXT NOT NULL CHECK (json_valid(state)),
  PRIMARY KEY (rules_version, at)
) STRICT, WITHOUT ROWID;

-- One row: what is to be derived yet; from_at is NULL where nothing is.
CREATE TABLE status_work (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  -- counts up with whatever happens to the row: who has seen another turn writes nothing
  turn          INTEGER NOT NULL DEFAULT 0,
  -- the history before from_at holds; what has come, changed or gone is no later than to_at
  from_at       TEXT,
  to_at         TEXT,
  -- how far the past without what is withdrawn at a moment is derived
  rewind        TEXT CHECK (json_valid(rewind)),
  -- the rules whose history is shown; NULL: those of today, since there were no others
  rules_version INTEGER,
  CHECK ((from_at IS NULL) = (to_at IS NULL))
) STRICT;

INSERT INTO status_work (id, from_at, to_at, rules_version)
SELECT 1, iif(count(*) > 0, '', NULL), iif(count(*) > 0, '~', NULL), max(rules_version)
FROM articles;

-- A moment that is written into this view is derived anew. Whoever writes statements need not know.
CREATE VIEW restated AS SELECT '' AS at WHERE false;

CREATE TRIGGER restated_marked INSTEAD OF INSERT ON restated
BEGIN
  UPDATE status_work
  SET turn = turn + 1,
      from_at = min(COALESCE(from_at, NEW.at), NEW.at),
      to_at = max(COALESCE(to_at, NEW.at), NEW.at),
      rewind = iif(rewind ->> 'to' < NEW.at, rewind, NULL);
END;

-- A new statement is given its moment by an update too.
CREATE TRIGGER statements_restated
AFTER UPDATE OF moment, speaker, role, said_on, stage, modality, rule, recalled, fresh ON statements
WHEN (NEW.fresh = 1 AND NEW.stage IS NOT NULL AND NEW.modality NOT IN ('question', 'conditional'))
  OR (OLD.fresh = 1 AND OLD.stage IS NOT NULL AND OLD.modality NOT IN ('question', 'conditional'))
BEGIN
  INSERT INTO restated VALUES (NEW.moment);
  INSERT INTO restated SELECT OLD.moment WHERE OLD.moment <> NEW.moment;
  INSERT INTO restated SELECT NEW.withdrawn_at WHERE NEW.withdrawn_at IS NOT NULL;
END;

CREATE TRIGGER statements_taken_back AFTER UPDATE OF withdrawn_at ON statements
WHEN OLD.withdrawn_at IS NOT NEW.withdrawn_at
  AND NEW.fresh = 1 AND NEW.stage IS NOT NULL AND NEW.modality NOT IN ('question', 'conditional')
BEGIN
  INSERT INTO restated SELECT OLD.withdrawn_at WHERE OLD.withdrawn_at IS NOT NULL;
  INSERT INTO restated SELECT NEW.withdrawn_at WHERE NEW.withdrawn_at IS NOT NULL;
END;

CREATE TRIGGER statements_unsaid AFTER DELETE ON statements
WHEN OLD.fresh = 1 AND OLD.stage IS NOT NULL AND OLD.modality NOT IN ('question', 'conditional')
BEGIN
  INSERT INTO restated SELECT OLD.moment WHERE OLD.moment IS NOT NULL;
  INSERT INTO restated SELECT OLD.withdrawn_at WHERE OLD.withdrawn_at IS NOT NULL;
END;

-- The statements that brought a change, as rules before those of today had read them.
CREATE TABLE status_reasons (
  rules_version INTEGER NOT NULL,
  from_at       TEXT NOT NULL,
  statements    TEXT NOT NULL CHECK (json_valid(statements)),
  PRIMARY KEY (rules_version, from_at)
) STRICT, WITHOUT ROWID;

-- What is stored is read again when the rules have changed: one row, how far that is.
CREATE TABLE rereading (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  rules_version INTEGER NOT NULL,
  started_at    TEXT NOT NULL,
  -- the article that was read last: all up to it are read by these rules
  moment        TEXT NOT NULL DEFAULT '',
  article_id    TEXT NOT NULL DEFAULT '',
  done          INTEGER NOT NULL DEFAULT 0 CHECK (done >= 0),
  total         INTEGER NOT NULL CHECK (total >= 0),
  finished_at   TEXT
) STRICT;

-- All articles in order, those too that the rules took for none on the topic.
CREATE INDEX articles_in_order ON articles (moment, id);

-- Headlines of a week that claim too much.
CREATE INDEX articles_overclaiming ON articles (moment, id)
  WHERE overclaims = 1 AND relevant = 1 AND duplicate_of IS NULL;
