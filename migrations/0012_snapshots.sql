-- What pages show of the whole is put together once for each state of the news, not by each request.

-- Counts up with whatever changes what is shown: the counts, an article's place, the status.
ALTER TABLE totals ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;

CREATE TRIGGER totals_turned
AFTER UPDATE OF articles, duplicates, stories, last_read_at, changed_at ON totals
BEGIN
  UPDATE totals SET turn = turn + 1;
END;

CREATE TRIGGER status_changed AFTER INSERT ON status_changes
BEGIN
  UPDATE totals SET turn = turn + 1;
END;

CREATE TRIGGER status_rewritten AFTER UPDATE ON status_changes
BEGIN
  UPDATE totals SET turn = turn + 1;
END;

CREATE TRIGGER status_unchanged AFTER DELETE ON status_changes
BEGIN
  UPDATE totals SET turn = turn + 1;
END;

-- Something as it was in one turn. It holds for that turn, and until the moment from which something
-- else is shown though nothing has changed, as an article that is dated ahead.
CREATE TABLE snapshots (
  name        TEXT PRIMARY KEY,
  turn        INTEGER NOT NULL,
  holds_until TEXT NOT NULL,
  body        TEXT NOT NULL CHECK (json_valid(body))
) STRICT, WITHOUT ROWID;

-- What somebody said that was new, to be walked without what repeats it.
CREATE INDEX statements_new_of_speaker ON statements (speaker, moment, id)
  WHERE fresh = 1 AND speaker IS NOT NULL;
