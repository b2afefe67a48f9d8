-- What an article says is one row, its own; what it is looked up by are few rows beside it.

-- What it says, placed: statements as src/status/placement.ts has them, with `since` and `withdrawn`
-- where revisions brought and dropped them. And what they are found by, as src/db/statements.ts tells.
ALTER TABLE articles ADD COLUMN said TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(said));
ALTER TABLE articles ADD COLUMN said_marks TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(said_marks));
-- Keys of the quotations that it prints after another article had them first.
ALTER TABLE articles ADD COLUMN repeats TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(repeats));

-- When an article says or quotes something: with its first text, and with each revision that brought
-- more.
CREATE TABLE said_at (
  is_new     INTEGER NOT NULL CHECK (is_new IN (0, 1)),
  moment     TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id),
  PRIMARY KEY (is_new, moment, article_id)
) STRICT, WITHOUT ROWID;

-- Who says it, and how often; people are counted by it.
CREATE TABLE said_by (
  speaker    TEXT NOT NULL,
  is_new     INTEGER NOT NULL CHECK (is_new IN (0, 1)),
  moment     TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id),
  role       TEXT NOT NULL,
  statements INTEGER NOT NULL CHECK (statements > 0),
  fresh      INTEGER NOT NULL CHECK (fresh BETWEEN 0 AND statements),
  PRIMARY KEY (speaker, is_new, moment, article_id)
) STRICT, WITHOUT ROWID;

-- Which stages people who answer for their words bear out with new ones.
CREATE TABLE said_of (
  stage      TEXT NOT NULL,
  moment     TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id),
  PRIMARY KEY (stage, moment, article_id)
) STRICT, WITHOUT ROWID;

-- When something that counted for the status was withdrawn, and since when it had counted.
CREATE TABLE withdrawals (
  at         TEXT NOT NULL,
  moment     TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id),
  PRIMARY KEY (at, moment, article_id)
) STRICT, WITHOUT ROWID;

-- What was kept statement by statement, put together by article.
UPDATE articles
SET said = found.said
FROM (SELECT article_id,
             json_group_array(json_object(
               'id', id, 'speaker', speaker, 'role', role, 'quote', quote, 'evidence', evidence,
               'givenTo', given_to, 'saidOn', said_on, 'stage', stage, 'modality', modality,
               'rule', rule, 'recalled', json(iif(recalled, 'true', 'false')),
               'fresh', json(iif(fresh, 'true', 'false')),
               'since', since, 'withdrawn', withdrawn_at) ORDER BY id) AS said
      FROM statements
      GROUP BY article_id) AS found
WHERE found.article_id = articles.id;

CREATE INDEX quotations_of_article ON quotations (article_id);

UPDATE articles
SET said_marks = json_object(
  'at', (SELECT json_group_array(json_object('isNew', is_new, 'moment', moment))
         FROM (SELECT max(fresh) AS is_new, moment
               FROM (SELECT fresh, moment
                     FROM statements
                     WHERE id > articles.id || '#' AND id < articles.id || '$'
                     UNION ALL
                     SELECT 1, moment FROM quotations WHERE article_id = articles.id)
               GROUP BY moment)),
  'by', (SELECT json_group_array(json_object(
                  'speaker', speaker, 'role', role, 'isNew', min(fresh, 1), 'moment', moment,
                  'statements', statements, 'fresh', fresh))
         FROM (SELECT speaker, role, moment, count(*) AS statements, sum(fresh) AS fresh, max(id)
               FROM statements
               WHERE id > articles.id || '#' AND id < articles.id || '$' AND speaker IS NOT NULL
               GROUP BY speaker, moment)),
  'of', (SELECT json_group_array(json_object('stage', stage, 'moment', moment))
         FROM (SELECT DISTINCT stage, moment
               FROM statements
               WHERE id > articles.id || '#' AND id < articles.id || '$'
                 AND fresh = 1 AND stage IS NOT NULL AND role NOT IN ('outlet', 'insider', 'other')
                 AND modality NOT IN ('denial', 'question', 'conditional'))),
  'withdrawn', (SELECT json_group_array(json_object('at', withdrawn_at, 'moment', moment))
                FROM (SELECT DISTINCT withdrawn_at, moment
                      FROM statements
                      WHERE id > articles.id || '#' AND id < articles.id || '$'
                        AND withdrawn_at IS NOT NULL AND fresh = 1 AND stage IS NOT NULL
                        AND modality NOT IN ('question', 'conditional'))),
  'from', (SELECT min(moment)
           FROM statements
           WHERE id > articles.id || '#' AND id < articles.id || '$'
             AND fresh = 1 AND stage IS NOT NULL AND modality NOT IN ('question', 'conditional')),
  'to', (SELECT max(max(moment, COALESCE(withdrawn_at, '')))
         FROM statements
         WHERE id > articles.id || '#' AND id < articles.id || '$'
           AND fresh = 1 AND stage IS NOT NULL AND modality NOT IN ('question', 'conditional')))
WHERE said <> '[]' OR EXISTS (SELECT 1 FROM quotations WHERE article_id = articles.id);

DROP INDEX quotations_of_article;

INSERT INTO said_at (is_new, moment, article_id)
SELECT value ->> 'isNew', value ->> 'moment', articles.id FROM articles, json_each(said_marks, '$.at');
INSERT INTO said_by (speaker, is_new, moment, article_id, role, statements, fresh)
SELECT value ->> 'speaker', value ->> 'isNew', value ->> 'moment', articles.id, value ->> 'role',
       value ->> 'statements', value ->> 'fresh'
FROM articles, json_each(said_marks, '$.by');
INSERT INTO said_of (stage, moment, article_id)
SELECT value ->> 'stage', value ->> 'moment', articles.id FROM articles, json_each(said_marks, '$.of');
INSERT INTO withdrawals (at, moment, article_id)
SELECT value ->> 'at', value ->> 'moment', articles.id FROM articles, json_each(said_marks, '$.withdrawn');

-- An article that prints the same words or shares two keys repeats a quotation; whether it does by
-- the rules is asked again when it is shown.
UPDATE articles
SET repeats = found.keys
FROM (SELECT article_id, json_group_array(quotation_key) AS keys
      FROM (SELECT printed_keys.article_id, quotation_key
            FROM quotation_keys JOIN printed_keys USING (key)
              JOIN quotations ON quotations.key = quotation_key
            WHERE printed_keys.article_id <> quotations.article_id
            GROUP BY printed_keys.article_id, quotation_key
            HAVING count(*) > 1
            UNION
            SELECT printed_keys.article_id, printed_keys.key
            FROM printed_keys JOIN quotations USING (key)
            WHERE printed_keys.article_id <> quotations.article_id)
      GROUP BY article_id) AS found
WHERE found.article_id = articles.id;

DROP TRIGGER articles_printed;
DROP TRIGGER articles_unprinted;
DROP TRIGGER articles_reprinted;
DROP VIEW printed;
DROP TABLE printed_keys;
DROP TRIGGER articles_moved;
DROP VIEW stated;
DROP VIEW restated;
DROP TABLE statements;

-- Each by itself with what is shown of its article, for those who ask by `article_id`.
CREATE VIEW statements AS
SELECT one.value ->> 'id' AS id,
       articles.id AS article_id,
       one.value ->> 'speaker' AS speaker,
       one.value ->> 'role' AS role,
       one.value ->> 'quote' AS quote,
       one.value ->> 'evidence' AS evidence,
       one.value ->> 'givenTo' AS given_to,
       one.value ->> 'saidOn' AS said_on,
       one.value ->> 'stage' AS stage,
       one.value ->> 'modality' AS modality,
       one.value ->> 'rule' AS rule,
       one.value ->> 'recalled' AS recalled,
       one.value ->> 'fresh' AS fresh,
       one.value ->> 'since' AS since,
       one.value ->> 'withdrawn' AS withdrawn_at,
       COALESCE(one.value ->> 'since', articles.moment) AS moment,
       source_id, outlet, title, url, published, lang, read_at, duplicate_of, story_id
FROM articles CROSS JOIN json_each(articles.said) AS one;

-- Those of articles that say anything new, for those who ask by `moment`.
CREATE VIEW new_statements AS
SELECT one.value ->> 'id' AS id,
       articles.id AS article_id,
       one.value ->> 'speaker' AS speaker,
       one.value ->> 'role' AS role,
       one.value ->> 'quote' AS quote,
       one.value ->> 'evidence' AS evidence,
       one.value ->> 'givenTo' AS given_to,
       one.value ->> 'saidOn' AS said_on,
       one.value ->> 'stage' AS stage,
       one.value ->> 'modality' AS modality,
       one.value ->> 'rule' AS rule,
       one.value ->> 'recalled' AS recalled,
       one.value ->> 'fresh' AS fresh,
       one.value ->> 'since' AS since,
       one.value ->> 'withdrawn' AS withdrawn_at,
       said_at.moment AS moment,
       source_id, outlet, title, url, published, lang, read_at, duplicate_of, story_id
FROM said_at CROSS JOIN articles ON articles.id = said_at.article_id
  CROSS JOIN json_each(articles.said) AS one
WHERE is_new = 1 AND said_at.moment = COALESCE(one.value ->> 'since', articles.moment);

-- What an article is found by is spread from its marks; the status is derived anew from the first
-- moment on that counts. Whoever writes an article need not know.
CREATE VIEW marked AS SELECT '' AS article_id, '{}' AS marks WHERE false;

CREATE TRIGGER article_marked INSTEAD OF INSERT ON marked
BEGIN
  INSERT INTO said_at (is_new, moment, article_id)
  SELECT value ->> 'isNew', value ->> 'moment', NEW.article_id FROM json_each(NEW.marks, '$.at');
  INSERT INTO said_by (speaker, is_new, moment, article_id, role, statements, fresh)
  SELECT value ->> 'speaker', value ->> 'isNew', value ->> 'moment', NEW.article_id,
         value ->> 'role', value ->> 'statements', value ->> 'fresh'
  FROM json_each(NEW.marks, '$.by');
  INSERT INTO said_of (stage, moment, article_id)
  SELECT value ->> 'stage', value ->> 'moment', NEW.article_id FROM json_each(NEW.marks, '$.of');
  INSERT INTO withdrawals (at, moment, article_id)
  SELECT value ->> 'at', value ->> 'moment', NEW.article_id
  FROM json_each(NEW.marks, '$.withdrawn');
  UPDATE status_work
  SET turn = turn + 1,
      from_at = min(COALESCE(from_at, NEW.marks ->> 'from'), NEW.marks ->> 'from'),
      to_at = max(COALESCE(to_at, NEW.marks ->> 'to'), NEW.marks ->> 'to'),
      rewind = iif(rewind ->> 'to' < NEW.marks ->> 'from', rewind, NULL)
  WHERE NEW.marks ->> 'from' IS NOT NULL;
END;

CREATE VIEW unmarked AS SELECT '' AS article_id, '{}' AS marks WHERE false;

CREATE TRIGGER article_unmarked INSTEAD OF INSERT ON unmarked
BEGIN
  DELETE FROM said_at
  WHERE (is_new, moment, article_id) IN (
    SELECT value ->> 'isNew', value ->> 'moment', NEW.article_id
    FROM json_each(NEW.marks, '$.at'));
  DELETE FROM said_by
  WHERE (speaker, is_new, moment, article_id) IN (
    SELECT value ->> 'speaker', value ->> 'isNew', value ->> 'moment', NEW.article_id
    FROM json_each(NEW.marks, '$.by'));
  DELETE FROM said_of
  WHERE (stage, moment, article_id) IN (
    SELECT value ->> 'stage', value ->> 'moment', NEW.article_id
    FROM json_each(NEW.marks, '$.of'));
  DELETE FROM withdrawals
  WHERE (at, moment, article_id) IN (
    SELECT value ->> 'at', value ->> 'moment', NEW.article_id
    FROM json_each(NEW.marks, '$.withdrawn'));
  UPDATE status_work
  SET turn = turn + 1,
      from_at = min(COALESCE(from_at, NEW.marks ->> 'from'), NEW.marks ->> 'from'),
      to_at = max(COALESCE(to_at, NEW.marks ->> 'to'), NEW.marks ->> 'to'),
      rewind = iif(rewind ->> 'to' < NEW.marks ->> 'from', rewind, NULL)
  WHERE NEW.marks ->> 'from' IS NOT NULL;
END;

CREATE TRIGGER said_by_more AFTER INSERT ON said_by
BEGIN
  INSERT INTO people (name, role, statements, fresh)
  VALUES (NEW.speaker, NEW.role, NEW.statements, NEW.fresh)
  ON CONFLICT (name) DO UPDATE
  SET role = excluded.role, statements = people.statements + excluded.statements,
      fresh = people.fresh + excluded.fresh;
END;

CREATE TRIGGER said_by_less AFTER DELETE ON said_by
BEGIN
  UPDATE people
  SET statements = statements - OLD.statements, fresh = fresh - OLD.fresh
  WHERE name = OLD.speaker;
END;

-- People in the order of how often they are quoted: by steps, so that few words move a place.
DROP INDEX people_by_statements;
ALTER TABLE people ADD COLUMN rank INTEGER NOT NULL GENERATED ALWAYS AS (
  iif(statements < 8, statements,
      8 + (statements >= 16) + (statements >= 32) + (statements >= 64) + (statements >= 128)
        + (statements >= 512) + (statements >= 2048) + (statements >= 16384))) VIRTUAL;
CREATE INDEX people_by_rank ON people (rank DESC, name);

CREATE TRIGGER articles_said AFTER INSERT ON articles WHEN NEW.said_marks <> '{}'
BEGIN
  INSERT INTO marked VALUES (NEW.id, NEW.said_marks);
END;

CREATE TRIGGER articles_resaid AFTER UPDATE OF said, said_marks ON articles
WHEN OLD.said <> NEW.said OR OLD.said_marks <> NEW.said_marks
BEGIN
  INSERT INTO unmarked VALUES (OLD.id, OLD.said_marks);
  INSERT INTO marked VALUES (NEW.id, NEW.said_marks);
END;

CREATE TRIGGER articles_unsaid BEFORE DELETE ON articles WHEN OLD.said_marks <> '{}'
BEGIN
  INSERT INTO unmarked VALUES (OLD.id, OLD.said_marks);
END;

-- Which articles print a quotation after its first appearance.
CREATE TABLE printed (
  quotation_key TEXT NOT NULL,
  moment        TEXT NOT NULL,
  article_id    TEXT NOT NULL REFERENCES articles (id),
  PRIMARY KEY (quotation_key, moment, article_id)
) STRICT, WITHOUT ROWID;

INSERT INTO printed (quotation_key, moment, article_id)
SELECT value, moment, articles.id FROM articles, json_each(repeats);

CREATE TRIGGER articles_repeated AFTER INSERT ON articles WHEN NEW.repeats <> '[]'
BEGIN
  INSERT INTO printed (quotation_key, moment, article_id)
  SELECT value, NEW.moment, NEW.id FROM json_each(NEW.repeats);
END;

CREATE TRIGGER articles_repeat_else AFTER UPDATE OF repeats, moment ON articles
WHEN OLD.repeats <> NEW.repeats OR OLD.moment <> NEW.moment
BEGIN
  DELETE FROM printed
  WHERE (quotation_key, moment, article_id) IN (
    SELECT value, OLD.moment, OLD.id FROM json_each(OLD.repeats));
  INSERT INTO printed (quotation_key, moment, article_id)
  SELECT value, NEW.moment, NEW.id FROM json_each(NEW.repeats);
END;

CREATE TRIGGER articles_unrepeated BEFORE DELETE ON articles WHEN OLD.repeats <> '[]'
BEGIN
  DELETE FROM printed
  WHERE (quotation_key, moment, article_id) IN (
    SELECT value, OLD.moment, OLD.id FROM json_each(OLD.repeats));
END;

-- What texts and quotations are looked up by is searched, too: one row for all keys of each, where each
-- key had one. Keys of a text begin with a, all its words together with x, keys of a quotation with q.
DROP INDEX articles_by_text;
DROP TRIGGER articles_rekeyed;
DROP TABLE article_keys;
DROP TRIGGER quotations_keyed;
DROP TRIGGER quotations_rekeyed;
DROP TRIGGER quotations_unkeyed;
DROP TABLE quotation_keys;
DROP TRIGGER articles_found;
DROP TRIGGER articles_lost;
DROP TRIGGER articles_refound;
DROP TRIGGER quotations_found;
DROP TRIGGER quotations_lost;
DROP TRIGGER quotations_refound;
DROP TABLE search_words;

CREATE VIRTUAL TABLE search_words
USING fts5 (words, keys, kind UNINDEXED, id UNINDEXED, columnsize = 0);

-- Lists of quotations go by when their articles say something new.
DROP INDEX quotations_by_moment;

UPDATE quotations
SET keys = COALESCE(
  (SELECT printed.value -> 'lookupKeys'
   FROM articles, json_each(reading, '$.quotations') AS printed
   WHERE articles.id = article_id AND printed.value ->> 'key' = quotations.key),
  keys);

CREATE TRIGGER articles_found AFTER INSERT ON articles WHEN NEW.relevant = 1
BEGIN
  INSERT INTO search_words (rowid, words, keys, kind, id)
  VALUES (unixepoch(NEW.moment) * 2147483648 + abs(random() % 2147483648), NEW.words,
          'x' || NEW.text_key || ' ' || COALESCE(replace(replace(replace(
            NEW.reading -> '$.fingerprint.lookupKeys', '["', 'a'), '","', ' a'), '"]', ''), ''),
          'article', NEW.id);
END;

CREATE TRIGGER articles_lost AFTER DELETE ON articles WHEN OLD.relevant = 1
BEGIN
  DELETE FROM search_words
  WHERE rowid BETWEEN unixepoch(OLD.moment) * 2147483648
      AND unixepoch(OLD.moment) * 2147483648 + 2147483647
    AND kind = 'article' AND id = OLD.id;
END;

CREATE TRIGGER articles_refound AFTER UPDATE OF words, moment, relevant, text_key, reading ON articles
WHEN (OLD.words, OLD.moment, OLD.relevant, OLD.text_key,
      OLD.reading -> '$.fingerprint.lookupKeys')
  IS NOT (NEW.words, NEW.moment, NEW.relevant, NEW.text_key,
          NEW.reading -> '$.fingerprint.lookupKeys')
BEGIN
  DELETE FROM search_words
  WHERE rowid BETWEEN unixepoch(OLD.moment) * 2147483648
      AND unixepoch(OLD.moment) * 2147483648 + 2147483647
    AND kind = 'article' AND id = OLD.id;
  INSERT INTO search_words (rowid, words, keys, kind, id)
  SELECT unixepoch(NEW.moment) * 2147483648 + abs(random() % 2147483648), NEW.words,
         'x' || NEW.text_key || ' ' || COALESCE(replace(replace(replace(
           NEW.reading -> '$.fingerprint.lookupKeys', '["', 'a'), '","', ' a'), '"]', ''), ''),
         'article', NEW.id
  WHERE NEW.relevant = 1;
END;

CREATE TRIGGER quotations_found AFTER INSERT ON quotations
BEGIN
  INSERT INTO search_words (rowid, words, keys, kind, id)
  VALUES (unixepoch(NEW.moment) * 2147483648 + abs(random() % 2147483648), NEW.key,
          replace(replace(replace(NEW.keys, '["', 'q'), '","', ' q'), '"]', ''),
          'quotation', NEW.key);
END;

CREATE TRIGGER quotations_lost AFTER DELETE ON quotations
BEGIN
  DELETE FROM search_words
  WHERE rowid BETWEEN unixepoch(OLD.moment) * 2147483648
      AND unixepoch(OLD.moment) * 2147483648 + 2147483647
    AND kind = 'quotation' AND id = OLD.key;
END;

CREATE TRIGGER quotations_refound AFTER UPDATE OF moment ON quotations
WHEN OLD.moment <> NEW.moment
BEGIN
  DELETE FROM search_words
  WHERE rowid BETWEEN unixepoch(OLD.moment) * 2147483648
      AND unixepoch(OLD.moment) * 2147483648 + 2147483647
    AND kind = 'quotation' AND id = OLD.key;
  INSERT INTO search_words (rowid, words, keys, kind, id)
  VALUES (unixepoch(NEW.moment) * 2147483648 + abs(random() % 2147483648), NEW.key,
          replace(replace(replace(NEW.keys, '["', 'q'), '","', ' q'), '"]', ''),
          'quotation', NEW.key);
END;

INSERT INTO search_words (rowid, words, keys, kind, id)
SELECT unixepoch(moment) * 2147483648 + abs(random() % 2147483648), words,
       'x' || text_key || ' ' || COALESCE(replace(replace(replace(
         reading -> '$.fingerprint.lookupKeys', '["', 'a'), '","', ' a'), '"]', ''), ''),
       'article', id
FROM articles
WHERE relevant = 1;

INSERT INTO search_words (rowid, words, keys, kind, id)
SELECT unixepoch(moment) * 2147483648 + abs(random() % 2147483648), key,
       replace(replace(replace(keys, '["', 'q'), '","', ' q'), '"]', ''), 'quotation', key
FROM quotations;

-- Stories are found with what the rules ask of them, as long as their founder leads them.
ALTER TABLE stories ADD COLUMN led INTEGER NOT NULL DEFAULT 1 CHECK (led IN (0, 1));

UPDATE stories
SET led = EXISTS (
  SELECT 1 FROM articles
  WHERE articles.id = stories.id AND COALESCE(story_by_rules, story_id) = articles.id
    AND heir_id IS NULL);

DROP TRIGGER stories_keyed;
DROP TRIGGER stories_rekeyed;
DROP TABLE story_keys;
CREATE TABLE story_keys (
  key      TEXT NOT NULL,
  moment   TEXT NOT NULL,
  story_id TEXT NOT NULL REFERENCES stories (id),
  speaker  TEXT,
  original TEXT,
  keys     TEXT NOT NULL CHECK (json_valid(keys)),
  PRIMARY KEY (key, moment, story_id)
) STRICT, WITHOUT ROWID;

INSERT INTO story_keys (key, moment, story_id, speaker, original, keys)
SELECT DISTINCT value, moment, stories.id, speaker, original, keys
FROM stories, json_each(keys)
WHERE led = 1;

-- a story has up to four keys: taken one by one they cost nothing to read
CREATE TRIGGER stories_keyed AFTER INSERT ON stories
BEGIN
  INSERT INTO story_keys (key, moment, story_id, speaker, original, keys)
  SELECT column1, NEW.moment, NEW.id, NEW.speaker, NEW.original, NEW.keys
  FROM (VALUES (NEW.keys ->> 0), (NEW.keys ->> 1), (NEW.keys ->> 2), (NEW.keys ->> 3))
  WHERE column1 IS NOT NULL;
END;

CREATE TRIGGER stories_rekeyed AFTER UPDATE OF keys, moment, speaker, original, led ON stories
WHEN (OLD.keys, OLD.moment, OLD.speaker, OLD.original, OLD.led)
  IS NOT (NEW.keys, NEW.moment, NEW.speaker, NEW.original, NEW.led)
BEGIN
  DELETE FROM story_keys
  WHERE (key, moment, story_id) IN (SELECT value, OLD.moment, OLD.id FROM json_each(OLD.keys));
  INSERT INTO story_keys (key, moment, story_id, speaker, original, keys)
  SELECT DISTINCT value, NEW.moment, NEW.id, NEW.speaker, NEW.original, NEW.keys
  FROM json_each(NEW.keys)
  WHERE NEW.led = 1;
END;

CREATE TRIGGER stories_unkeyed BEFORE DELETE ON stories
BEGIN
  DELETE FROM story_keys
  WHERE (key, moment, story_id) IN (SELECT value, OLD.moment, OLD.id FROM json_each(OLD.keys));
END;

CREATE TRIGGER articles_led AFTER UPDATE OF story_id, story_by_rules, heir_id ON articles
WHEN (COALESCE(OLD.story_by_rules, OLD.story_id) IS OLD.id AND OLD.heir_id IS NULL)
  <> (COALESCE(NEW.story_by_rules, NEW.story_id) IS NEW.id AND NEW.heir_id IS NULL)
BEGIN
  UPDATE stories
  SET led = COALESCE(NEW.story_by_rules, NEW.story_id) IS NEW.id AND NEW.heir_id IS NULL
  WHERE id = NEW.id;
END;

-- What is counted of an article is counted at once, its story among all stories too.
DROP TRIGGER stories_told;
DROP TRIGGER articles_added;
DROP TRIGGER articles_changed;
DROP TRIGGER articles_gone;
DROP TRIGGER article_counted;
DROP VIEW counted;

CREATE VIEW counted AS
SELECT 1 AS sign, id, outlet, moment, published, read_at, headline_stage, overclaims, duplicate_of,
       story_id, placed_at
FROM articles
WHERE relevant = 1;

CREATE TRIGGER article_counted INSTEAD OF INSERT ON counted
BEGIN
  UPDATE totals
  SET articles = articles + NEW.sign,
      duplicates = duplicates + iif(NEW.duplicate_of IS NULL, 0, NEW.sign),
      stories = stories + COALESCE(
        (SELECT (told.articles + NEW.sign > 0) - (told.articles > 0)
         FROM stories AS told
         WHERE told.id = NEW.story_id), 0),
      last_read_at = max(COALESCE(last_read_at, ''), NEW.read_at),
      changed_at = nullif(max(COALESCE(changed_at, ''), COALESCE(NEW.placed_at, '')), ''),
      turn = turn + 1;

  UPDATE stories
  SET articles = articles + NEW.sign,
      copies = copies + iif(NEW.duplicate_of IS NULL, 0, NEW.sign),
      overclaims = overclaims + NEW.sign * NEW.overclaims,
      -- a name that a path cannot hold is looked for among all
      outlets = json_patch(outlets, json_object(NEW.outlet, nullif(NEW.sign + COALESCE(
        iif(NEW.outlet GLOB '*["\]*',
          (SELECT value FROM json_each(outlets) WHERE key = NEW.outlet),
          outlets ->> ('$."' || NEW.outlet || '"')), 0), 0)))
  WHERE id = NEW.story_id;

  INSERT INTO outlets (name) VALUES (NEW.outlet) ON CONFLICT (name) DO NOTHING;
  -- An undated article tells nothing of how fast its outlet is.
  UPDATE outlets
  SET articles = articles + NEW.sign,
      copies = copies + iif(NEW.duplicate_of IS NULL, 0, NEW.sign),
      claims = claims + iif(NEW.headline_stage IS NULL, 0, NEW.sign),
      overclaims = overclaims + NEW.sign * NEW.overclaims,
      firsts = firsts + iif(NEW.id IS NEW.story_id, NEW.sign, 0),
      delays = COALESCE((
        SELECT json_patch(delays, json_object(hours, nullif(NEW.sign + COALESCE(
                 delays ->> ('$."' || hours || '"'), 0), 0)))
        FROM (SELECT CAST(CAST(max(0, min(720, round(
                 (julianday(NEW.moment) - julianday(moment)) * 24))) AS INTEGER) AS TEXT) AS hours
              FROM stories
              WHERE id = NEW.story_id AND NEW.published IS NOT NULL AND NEW.id <> NEW.story_id)),
        delays)
  WHERE name = NEW.outlet;
END;

CREATE TRIGGER articles_added AFTER INSERT ON articles WHEN NEW.relevant = 1
BEGIN
  INSERT INTO counted
  VALUES (1, NEW.id, NEW.outlet, NEW.moment, NEW.published, NEW.read_at, NEW.headline_stage,
          NEW.overclaims, NEW.duplicate_of, NEW.story_id, NEW.placed_at);
END;

CREATE TRIGGER articles_changed
AFTER UPDATE OF outlet, moment, published, relevant, headline_stage, overclaims, duplicate_of,
  story_id ON articles
WHEN (OLD.relevant = 1 OR NEW.relevant = 1)
  AND (OLD.outlet, OLD.moment, OLD.published, OLD.relevant, OLD.headline_stage, OLD.overclaims,
       OLD.duplicate_of, OLD.story_id)
    IS NOT (NEW.outlet, NEW.moment, NEW.published, NEW.relevant, NEW.headline_stage, NEW.overclaims,
            NEW.duplicate_of, NEW.story_id)
BEGIN
  INSERT INTO counted
  SELECT -1, OLD.id, OLD.outlet, OLD.moment, OLD.published, OLD.read_at, OLD.headline_stage,
         OLD.overclaims, OLD.duplicate_of, OLD.story_id, OLD.placed_at
  WHERE OLD.relevant = 1;
  INSERT INTO counted
  SELECT 1, NEW.id, NEW.outlet, NEW.moment, NEW.published, NEW.read_at, NEW.headline_stage,
         NEW.overclaims, NEW.duplicate_of, NEW.story_id, NEW.placed_at
  WHERE NEW.relevant = 1;
END;

CREATE TRIGGER articles_gone AFTER DELETE ON articles WHEN OLD.relevant = 1
BEGIN
  INSERT INTO counted
  VALUES (-1, OLD.id, OLD.outlet, OLD.moment, OLD.published, OLD.read_at, OLD.headline_stage,
          OLD.overclaims, OLD.duplicate_of, OLD.story_id, OLD.placed_at);
END;

-- Who writes a step of the status turns with it.
DROP TRIGGER status_changed;
DROP TRIGGER status_rewritten;
DROP TRIGGER status_unchanged;

CREATE VIEW status_steps AS
SELECT 0 AS turn, 0 AS rules_version, '' AS from_at, '' AS until, '[]' AS changes,
       '[]' AS checkpoints, NULL AS shown_at
WHERE false;

CREATE TRIGGER status_stepped INSTEAD OF INSERT ON status_steps
WHEN NEW.turn = (SELECT turn FROM status_work)
BEGIN
  DELETE FROM status_changes
  WHERE rules_version = NEW.rules_version AND from_at >= NEW.from_at AND from_at < NEW.until;
  DELETE FROM status_checkpoints
  WHERE rules_version = NEW.rules_version AND at >= NEW.from_at AND at < NEW.until;
  INSERT INTO status_changes (rules_version, from_at, stage, because)
  SELECT NEW.rules_version, value ->> 'from', value ->> 'stage', value -> 'because'
  FROM json_each(NEW.changes);
  INSERT INTO status_checkpoints (rules_version, at, state)
  SELECT NEW.rules_version, value ->> 'at', value -> 'state'
  FROM json_each(NEW.checkpoints);
  UPDATE totals
  SET changed_at = max(COALESCE(changed_at, ''), NEW.shown_at), turn = turn + 1
  WHERE NEW.shown_at IS NOT NULL;
END;
