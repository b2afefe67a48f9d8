-- What becomes of an article after it was read: later texts of it, and its end.

-- Each later text under the address of an article. The article itself holds the latest one; of what
-- was before only the paragraphs that were dropped are kept.
CREATE TABLE revisions (
  article_id  TEXT NOT NULL REFERENCES articles (id),
  -- 1 is the second text
  number      INTEGER NOT NULL CHECK (number > 0),
  -- when it counts: what the page says of its change, else when it was read
  moment      TEXT NOT NULL,
  read_at     TEXT NOT NULL,
  -- the title before, where another took its place
  title       TEXT,
  removed     TEXT NOT NULL CHECK (json_valid(removed)),
  added       TEXT NOT NULL CHECK (json_valid(added)),
  PRIMARY KEY (article_id, number)
) STRICT, WITHOUT ROWID;

-- When a revision brought it; NULL for what stood in the first text.
ALTER TABLE statements ADD COLUMN since TEXT;
-- When a revision dropped it; NULL while it stands.
ALTER TABLE statements ADD COLUMN withdrawn_at TEXT;

DROP TRIGGER statements_added;
CREATE TRIGGER statements_added AFTER INSERT ON statements
BEGIN
  UPDATE statements
  SET moment = COALESCE(NEW.since, (SELECT moment FROM articles WHERE id = NEW.article_id))
  WHERE id = NEW.id;
  INSERT INTO people (name, role, statements, fresh)
  SELECT NEW.speaker, NEW.role, 1, NEW.fresh
  WHERE NEW.speaker IS NOT NULL
  ON CONFLICT (name) DO UPDATE
  SET role = excluded.role, statements = statements + 1, fresh = fresh + excluded.fresh;
END;

DROP TRIGGER articles_moved;
CREATE TRIGGER articles_moved AFTER UPDATE OF moment ON articles WHEN OLD.moment <> NEW.moment
BEGIN
  UPDATE statements SET moment = COALESCE(since, NEW.moment) WHERE article_id = NEW.id;
END;

-- When the latest of its texts was read; NULL for one that has only one.
ALTER TABLE articles ADD COLUMN revised_at TEXT;
-- Since when its page is gone for good, and what its server or an admin says of it.
ALTER TABLE articles ADD COLUMN gone_at TEXT;
ALTER TABLE articles ADD COLUMN gone_why TEXT;
-- The copy that stands in the place of one that is gone, and counts from its moment.
ALTER TABLE articles ADD COLUMN heir_id TEXT REFERENCES articles (id);
CREATE INDEX articles_by_heir ON articles (heir_id) WHERE heir_id IS NOT NULL;

-- What a page gave, and when it is looked at again; NULL: never.
ALTER TABLE pages ADD COLUMN article_id TEXT;
ALTER TABLE pages ADD COLUMN again_at TEXT;
-- looks at it after the first
ALTER TABLE pages ADD COLUMN looks INTEGER NOT NULL DEFAULT 0 CHECK (looks >= 0);
ALTER TABLE pages ADD COLUMN looked_at TEXT;
CREATE INDEX pages_again ON pages (again_at) WHERE again_at IS NOT NULL;

UPDATE pages
SET article_id = (SELECT id FROM articles WHERE url = pages.url)
WHERE read_at IS NOT NULL;

-- One row. Whoever places articles takes the turn that was seen when looking up what is known:
-- where another was faster, nothing is written and it begins anew.
CREATE TABLE placing (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  turn INTEGER NOT NULL
) STRICT;

INSERT INTO placing (id, turn) VALUES (1, 0);

-- What was placed in the moment in which it was written counts as a change of what is shown, too.
CREATE TRIGGER articles_settled_at_once AFTER INSERT ON articles
WHEN NEW.placed_at IS NOT NULL AND NEW.relevant = 1
BEGIN
  UPDATE totals SET changed_at = max(COALESCE(changed_at, ''), NEW.placed_at);
END;

-- Stories and quotations bear their own keys, which the database spreads into the look-up tables.
ALTER TABLE stories ADD COLUMN keys TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(keys));
ALTER TABLE quotations ADD COLUMN keys TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(keys));

UPDATE stories
SET keys = found.keys
FROM (SELECT story_id, json_group_array(key) AS keys FROM story_keys GROUP BY story_id) AS found
WHERE found.story_id = stories.id;

UPDATE quotations
SET keys = found.keys
FROM (SELECT quotation_key, json_group_array(key) AS keys
      FROM quotation_keys
      GROUP BY quotation_key) AS found
WHERE found.quotation_key = quotations.key;

-- By moment, so that a look-up of some days reads nothing else.
DROP TABLE story_keys;
CREATE TABLE story_keys (
  key      TEXT NOT NULL,
  moment   TEXT NOT NULL,
  story_id TEXT NOT NULL REFERENCES stories (id),
  PRIMARY KEY (key, moment, story_id)
) STRICT, WITHOUT ROWID;

INSERT INTO story_keys (key, moment, story_id)
SELECT DISTINCT value, moment, stories.id FROM stories, json_each(keys);

CREATE TRIGGER stories_keyed AFTER INSERT ON stories
BEGIN
  INSERT INTO story_keys (key, moment, story_id)
  SELECT DISTINCT value, NEW.moment, NEW.id FROM json_each(NEW.keys);
END;

CREATE TRIGGER stories_rekeyed AFTER UPDATE OF keys, moment ON stories
WHEN OLD.keys <> NEW.keys OR OLD.moment <> NEW.moment
BEGIN
  DELETE FROM story_keys
  WHERE key IN (SELECT value FROM json_each(OLD.keys)) AND moment = OLD.moment
    AND story_id = NEW.id;
  INSERT INTO story_keys (key, moment, story_id)
  SELECT DISTINCT value, NEW.moment, NEW.id FROM json_each(NEW.keys);
END;

DROP TABLE quotation_keys;
CREATE TABLE quotation_keys (
  key           TEXT NOT NULL,
  moment        TEXT NOT NULL,
  quotation_key TEXT NOT NULL REFERENCES quotations (key),
  PRIMARY KEY (key, moment, quotation_key)
) STRICT, WITHOUT ROWID;

INSERT INTO quotation_keys (key, moment, quotation_key)
SELECT DISTINCT value, moment, quotations.key FROM quotations, json_each(keys);

CREATE TRIGGER quotations_keyed AFTER INSERT ON quotations
BEGIN
  INSERT INTO quotation_keys (key, moment, quotation_key)
  SELECT DISTINCT value, NEW.moment, NEW.key FROM json_each(NEW.keys);
END;

CREATE TRIGGER quotations_rekeyed AFTER UPDATE OF moment ON quotations
WHEN OLD.moment <> NEW.moment
BEGIN
  UPDATE quotation_keys
  SET moment = NEW.moment
  WHERE key IN (SELECT value FROM json_each(OLD.keys)) AND moment = OLD.moment
    AND quotation_key = OLD.key;
END;

CREATE TRIGGER quotations_unkeyed BEFORE DELETE ON quotations
BEGIN
  DELETE FROM quotation_keys
  WHERE key IN (SELECT value FROM json_each(OLD.keys)) AND moment = OLD.moment
    AND quotation_key = OLD.key;
END;

ALTER TABLE article_keys RENAME TO former_article_keys;
CREATE TABLE article_keys (
  key        TEXT NOT NULL,
  moment     TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id),
  PRIMARY KEY (key, moment, article_id)
) STRICT, WITHOUT ROWID;

INSERT INTO article_keys (key, moment, article_id)
SELECT key, moment, article_id FROM former_article_keys JOIN articles ON articles.id = article_id;

DROP TABLE former_article_keys;

CREATE TRIGGER articles_rekeyed AFTER UPDATE OF moment ON articles WHEN OLD.moment <> NEW.moment
BEGIN
  UPDATE article_keys
  SET moment = NEW.moment
  WHERE key IN (SELECT value FROM json_each(NEW.reading, '$.fingerprint.lookupKeys'))
    AND moment = OLD.moment AND article_id = NEW.id;
END;
