-- What pages and the API ask for, so that no request counts or walks through all that is stored.
-- Counts are kept by triggers: whoever writes news need not know of them.

-- One row: what every page tells of the whole.
CREATE TABLE totals (
  id           INTEGER PRIMARY KEY CHECK (id = 1),
  articles     INTEGER NOT NULL DEFAULT 0,
  duplicates   INTEGER NOT NULL DEFAULT 0,
  stories      INTEGER NOT NULL DEFAULT 0,
  last_read_at TEXT,
  -- when an article last found its place: nothing else changes what is shown
  changed_at   TEXT
) STRICT;

INSERT INTO totals (id) VALUES (1);

-- How each outlet does. Firsts: stories of which it carried the earliest article that was read.
CREATE TABLE outlets (
  name       TEXT PRIMARY KEY,
  articles   INTEGER NOT NULL DEFAULT 0,
  copies     INTEGER NOT NULL DEFAULT 0,
  -- headlines that claim a stage, and those of them that claim too much
  claims     INTEGER NOT NULL DEFAULT 0,
  overclaims INTEGER NOT NULL DEFAULT 0,
  firsts     INTEGER NOT NULL DEFAULT 0,
  -- hours after the earliest article of the story, and how many articles came so late
  delays     TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(delays))
) STRICT, WITHOUT ROWID;

-- A story that nothing tells any more, because its founder has joined another, has 0 articles.
ALTER TABLE stories ADD COLUMN articles INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN copies INTEGER NOT NULL DEFAULT 0;
ALTER TABLE stories ADD COLUMN overclaims INTEGER NOT NULL DEFAULT 0;
-- how many articles each outlet has of it
ALTER TABLE stories ADD COLUMN outlets TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(outlets));

CREATE INDEX stories_by_moment ON stories (moment, id) WHERE articles > 0;

CREATE TRIGGER stories_told AFTER UPDATE OF articles ON stories
WHEN (OLD.articles > 0) <> (NEW.articles > 0)
BEGIN
  UPDATE totals SET stories = stories + iif(NEW.articles > 0, 1, -1);
END;

-- An article that is written into this view is counted, with the sign -1 it is no longer.
CREATE VIEW counted AS
SELECT 1 AS sign, id, outlet, moment, published, read_at, headline_stage, overclaims, duplicate_of,
       story_id
FROM articles
WHERE relevant = 1;

CREATE TRIGGER article_counted INSTEAD OF INSERT ON counted
BEGIN
  UPDATE totals
  SET articles = articles + NEW.sign,
      duplicates = duplicates + iif(NEW.duplicate_of IS NULL, 0, NEW.sign),
      last_read_at = max(COALESCE(last_read_at, ''), NEW.read_at);

  UPDATE stories
  SET articles = articles + NEW.sign,
      copies = copies + iif(NEW.duplicate_of IS NULL, 0, NEW.sign),
      overclaims = overclaims + NEW.sign * NEW.overclaims,
      outlets = json_patch(outlets, json_object(NEW.outlet, nullif(NEW.sign + COALESCE(
        (SELECT value FROM json_each(outlets) WHERE key = NEW.outlet), 0), 0)))
  WHERE id = NEW.story_id;

  INSERT INTO outlets (name) VALUES (NEW.outlet) ON CONFLICT (name) DO NOTHING;
  UPDATE outlets
  SET articles = articles + NEW.sign,
      copies = copies + iif(NEW.duplicate_of IS NULL, 0, NEW.sign),
      claims = claims + iif(NEW.headline_stage IS NULL, 0, NEW.sign),
      overclaims = overclaims + NEW.sign * NEW.overclaims,
      firsts = firsts + iif(NEW.id IS NEW.story_id, NEW.sign, 0)
  WHERE name = NEW.outlet;

  -- An undated article tells nothing of how fast its outlet is.
  UPDATE outlets
  SET delays = (
    SELECT json_patch(delays, json_object(hours, nullif(NEW.sign + COALESCE(
             (SELECT value FROM json_each(delays) WHERE key = hours), 0), 0)))
    FROM (SELECT CAST(CAST(max(0, min(720, round(
             (julianday(NEW.moment) - julianday(moment)) * 24))) AS INTEGER) AS TEXT) AS hours
          FROM stories
          WHERE id = NEW.story_id))
  WHERE name = NEW.outlet AND NEW.published IS NOT NULL AND NEW.id <> NEW.story_id;
END;

CREATE TRIGGER articles_added AFTER INSERT ON articles WHEN NEW.relevant = 1
BEGIN
  INSERT INTO counted
  VALUES (1, NEW.id, NEW.outlet, NEW.moment, NEW.published, NEW.read_at, NEW.headline_stage,
          NEW.overclaims, NEW.duplicate_of, NEW.story_id);
END;

CREATE TRIGGER articles_changed
AFTER UPDATE OF outlet, moment, published, relevant, headline_stage, overclaims, duplicate_of,
  story_id ON articles
WHEN OLD.relevant = 1 OR NEW.relevant = 1
BEGIN
  INSERT INTO counted
  SELECT -1, OLD.id, OLD.outlet, OLD.moment, OLD.published, OLD.read_at, OLD.headline_stage,
         OLD.overclaims, OLD.duplicate_of, OLD.story_id
  WHERE OLD.relevant = 1;
  INSERT INTO counted
  SELECT 1, NEW.id, NEW.outlet, NEW.moment, NEW.published, NEW.read_at, NEW.headline_stage,
         NEW.overclaims, NEW.duplicate_of, NEW.story_id
  WHERE NEW.relevant = 1;
END;

CREATE TRIGGER articles_settled AFTER UPDATE OF placed_at ON articles
WHEN NEW.placed_at IS NOT NULL
BEGIN
  UPDATE totals SET changed_at = max(COALESCE(changed_at, ''), NEW.placed_at);
END;

CREATE TRIGGER articles_gone AFTER DELETE ON articles WHEN OLD.relevant = 1
BEGIN
  INSERT INTO counted
  VALUES (-1, OLD.id, OLD.outlet, OLD.moment, OLD.published, OLD.read_at, OLD.headline_stage,
          OLD.overclaims, OLD.duplicate_of, OLD.story_id);
END;

INSERT INTO counted SELECT * FROM counted;
UPDATE totals SET changed_at = (SELECT max(placed_at) FROM articles WHERE relevant = 1);

-- Lists go by moment and id, so that a page begins where the last one ended whatever was added.
DROP INDEX articles_by_moment;
CREATE INDEX articles_by_moment ON articles (moment, id) WHERE relevant = 1;
DROP INDEX articles_of_story;
CREATE INDEX articles_of_story ON articles (story_id, moment, id);

-- Who has said something, by the name in the topic or as printed.
CREATE TABLE people (
  name       TEXT PRIMARY KEY,
  role       TEXT NOT NULL,
  statements INTEGER NOT NULL DEFAULT 0,
  fresh      INTEGER NOT NULL DEFAULT 0,
  -- as src/db/public/slug.ts makes it
  slug       TEXT NOT NULL GENERATED ALWAYS AS (lower(replace(replace(replace(replace(
               name, ' ', '-'), '/', '-'), '.', ''), '''', ''))) VIRTUAL
) STRICT, WITHOUT ROWID;

CREATE INDEX people_by_slug ON people (slug);
CREATE INDEX people_by_statements ON people (statements);

-- When its article counts.
ALTER TABLE statements ADD COLUMN moment TEXT;

CREATE INDEX statements_by_moment ON statements (moment, id);
CREATE INDEX statements_of_speaker ON statements (speaker, moment, id) WHERE speaker IS NOT NULL;
-- new words of people who answer for them, of which the status and the timeline are made
CREATE INDEX statements_on_record ON statements (moment, id)
  WHERE fresh = 1 AND role NOT IN ('outlet', 'insider', 'other');
CREATE INDEX statements_for_stage ON statements (stage, moment, id)
  WHERE fresh = 1 AND role NOT IN ('outlet', 'insider', 'other');

CREATE TRIGGER statements_added AFTER INSERT ON statements
BEGIN
  UPDATE statements
  SET moment = (SELECT moment FROM articles WHERE id = NEW.article_id)
  WHERE id = NEW.id;
  INSERT INTO people (name, role, statements, fresh)
  SELECT NEW.speaker, NEW.role, 1, NEW.fresh
  WHERE NEW.speaker IS NOT NULL
  ON CONFLICT (name) DO UPDATE
  SET role = excluded.role, statements = statements + 1, fresh = fresh + excluded.fresh;
END;

CREATE TRIGGER statements_gone AFTER DELETE ON statements WHEN OLD.speaker IS NOT NULL
BEGIN
  UPDATE people
  SET statements = statements - 1, fresh = fresh - OLD.fresh
  WHERE name = OLD.speaker;
END;

CREATE TRIGGER articles_moved AFTER UPDATE OF moment ON articles WHEN OLD.moment <> NEW.moment
BEGIN
  UPDATE statements SET moment = NEW.moment WHERE article_id = NEW.id;
END;

UPDATE statements SET moment = (SELECT moment FROM articles WHERE id = article_id);

INSERT INTO people (name, role, statements, fresh)
SELECT speaker, max(role), count(*), sum(fresh)
FROM statements
WHERE speaker IS NOT NULL
GROUP BY speaker;

-- Which articles print words that a quotation may be looked up by: where it comes again.
CREATE TABLE printed_keys (
  key        TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (key, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX printed_keys_of_article ON printed_keys (article_id);

CREATE VIEW printed AS
SELECT lookup.value AS key, articles.id AS article_id
FROM articles, json_each(reading, '$.quotations') AS quotation,
     json_each(quotation.value, '$.lookupKeys') AS lookup
WHERE relevant = 1
UNION
SELECT quotation.value ->> 'key', articles.id
FROM articles, json_each(reading, '$.quotations') AS quotation
WHERE relevant = 1 AND json_array_length(quotation.value, '$.lookupKeys') = 0;

CREATE TRIGGER articles_printed AFTER INSERT ON articles WHEN NEW.relevant = 1
BEGIN
  INSERT INTO printed_keys (key, article_id)
  SELECT key, article_id FROM printed WHERE article_id = NEW.id;
END;

CREATE TRIGGER articles_reprinted AFTER UPDATE OF reading ON articles
BEGIN
  DELETE FROM printed_keys WHERE article_id = NEW.id;
  INSERT INTO printed_keys (key, article_id)
  SELECT key, article_id FROM printed WHERE article_id = NEW.id;
END;

INSERT INTO printed_keys (key, article_id) SELECT key, article_id FROM printed;

CREATE INDEX quotations_by_moment ON quotations (moment, key);

-- Where each word stands, latest first: a plain table, since a database with a virtual one cannot
-- be exported. Words are folded by the code that writes them (src/db/public/words.ts).
CREATE TABLE search_words (
  word   TEXT NOT NULL,
  moment TEXT NOT NULL,
  kind   TEXT NOT NULL CHECK (kind IN ('article', 'quotation')),
  id     TEXT NOT NULL,
  PRIMARY KEY (word, moment, kind, id)
) STRICT, WITHOUT ROWID;

-- its title and outlet folded to words, parted by spaces
ALTER TABLE articles ADD COLUMN words TEXT NOT NULL DEFAULT '';

CREATE TRIGGER articles_found AFTER INSERT ON articles WHEN NEW.relevant = 1
BEGIN
  INSERT INTO search_words (word, moment, kind, id)
  SELECT DISTINCT value, NEW.moment, 'article', NEW.id
  FROM json_each('["' || replace(NEW.words, ' ', '","') || '"]')
  WHERE value <> '';
END;

CREATE TRIGGER articles_lost AFTER DELETE ON articles
BEGIN
  DELETE FROM search_words
  WHERE moment = OLD.moment AND kind = 'article' AND id = OLD.id
    AND word IN (SELECT value FROM json_each('["' || replace(OLD.words, ' ', '","') || '"]'));
END;

CREATE TRIGGER articles_refound AFTER UPDATE OF words, moment, relevant ON articles
BEGIN
  DELETE FROM search_words
  WHERE moment = OLD.moment AND kind = 'article' AND id = OLD.id
    AND word IN (SELECT value FROM json_each('["' || replace(OLD.words, ' ', '","') || '"]'));
  INSERT INTO search_words (word, moment, kind, id)
  SELECT DISTINCT value, NEW.moment, 'article', NEW.id
  FROM json_each('["' || replace(NEW.words, ' ', '","') || '"]')
  WHERE value <> '' AND NEW.relevant = 1;
END;

CREATE TRIGGER quotations_found AFTER INSERT ON quotations
BEGIN
  INSERT INTO search_words (word, moment, kind, id)
  SELECT DISTINCT value, NEW.moment, 'quotation', NEW.key
  FROM json_each('["' || replace(NEW.key, ' ', '","') || '"]')
  WHERE value <> '';
END;

CREATE TRIGGER quotations_lost AFTER DELETE ON quotations
BEGIN
  DELETE FROM search_words
  WHERE moment = OLD.moment AND kind = 'quotation' AND id = OLD.key
    AND word IN (SELECT value FROM json_each('["' || replace(OLD.key, ' ', '","') || '"]'));
END;

CREATE TRIGGER quotations_refound AFTER UPDATE OF moment ON quotations
WHEN OLD.moment <> NEW.moment
BEGIN
  UPDATE search_words
  SET moment = NEW.moment
  WHERE moment = OLD.moment AND kind = 'quotation' AND id = OLD.key
    AND word IN (SELECT value FROM json_each('["' || replace(OLD.key, ' ', '","') || '"]'));
END;

INSERT INTO search_words (word, moment, kind, id)
SELECT DISTINCT value, moment, 'quotation', quotations.key
FROM quotations, json_each('["' || replace(quotations.key, ' ', '","') || '"]')
WHERE value <> '';

CREATE INDEX issues_by_time ON issues (covers_until, id);
