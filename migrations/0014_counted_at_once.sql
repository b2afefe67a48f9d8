-- What is counted of an article is written once for all of it, and with the turn.

-- Statements of an article, as JSON: they are counted by speaker, and the status is derived anew once
-- for each moment. Ids begin with the article's, so that no index by article is written.
DROP INDEX statements_of_article;
DROP TRIGGER statements_added;
DROP TRIGGER statements_said;

CREATE TRIGGER statements_dated AFTER INSERT ON statements WHEN NEW.moment IS NULL
BEGIN
  UPDATE statements
  SET moment = COALESCE(NEW.since, (SELECT moment FROM articles WHERE id = NEW.article_id))
  WHERE id = NEW.id;
END;

DROP TRIGGER articles_moved;
CREATE TRIGGER articles_moved AFTER UPDATE OF moment ON articles WHEN OLD.moment <> NEW.moment
BEGIN
  UPDATE statements
  SET moment = COALESCE(since, NEW.moment)
  WHERE id > NEW.id || '#' AND id < NEW.id || '$';
END;

CREATE VIEW stated AS SELECT '' AS article_id, '' AS moment, '[]' AS statements WHERE false;

CREATE TRIGGER statements_stated INSTEAD OF INSERT ON stated
BEGIN
  INSERT INTO statements (id, article_id, speaker, role, quote, evidence, given_to, said_on, stage,
    modality, rule, recalled, fresh, since, withdrawn_at, moment)
  SELECT value ->> 'id', NEW.article_id, value ->> 'speaker', value ->> 'role', value ->> 'quote',
         value ->> 'evidence', value ->> 'givenTo', value ->> 'saidOn', value ->> 'stage',
         value ->> 'modality', value ->> 'rule', value ->> 'recalled', value ->> 'fresh',
         value ->> 'since', value ->> 'withdrawn', COALESCE(value ->> 'since', NEW.moment)
  FROM json_each(NEW.statements);

  -- of several roles the last one: SQLite takes it from the row of the maximum
  INSERT INTO people (name, role, statements, fresh)
  SELECT name, role, statements, fresh
  FROM (SELECT value ->> 'speaker' AS name, value ->> 'role' AS role, count(*) AS statements,
               sum(value ->> 'fresh') AS fresh, max(key)
        FROM json_each(NEW.statements)
        WHERE value ->> 'speaker' IS NOT NULL
        GROUP BY name)
  WHERE true
  ON CONFLICT (name) DO UPDATE
  SET role = excluded.role, statements = people.statements + excluded.statements,
      fresh = people.fresh + excluded.fresh;

  INSERT INTO restated
  SELECT DISTINCT COALESCE(value ->> 'since', NEW.moment)
  FROM json_each(NEW.statements)
  WHERE value ->> 'fresh' = 1 AND value ->> 'stage' IS NOT NULL
    AND value ->> 'modality' NOT IN ('question', 'conditional');
  INSERT INTO restated
  SELECT DISTINCT value ->> 'withdrawn'
  FROM json_each(NEW.statements)
  WHERE value ->> 'withdrawn' IS NOT NULL AND value ->> 'fresh' = 1
    AND value ->> 'stage' IS NOT NULL AND value ->> 'modality' NOT IN ('question', 'conditional');
END;

-- Whoever changes what is shown turns with it; who does not is turned after.
DROP TRIGGER totals_turned;
CREATE TRIGGER totals_turned
AFTER UPDATE OF articles, duplicates, stories, last_read_at, changed_at ON totals
WHEN OLD.turn = NEW.turn
BEGIN
  UPDATE totals SET turn = turn + 1;
END;

DROP TRIGGER stories_told;
CREATE TRIGGER stories_told AFTER UPDATE OF articles ON stories
WHEN (OLD.articles > 0) <> (NEW.articles > 0)
BEGIN
  UPDATE totals SET stories = stories + iif(NEW.articles > 0, 1, -1), turn = turn + 1;
END;

DROP TRIGGER articles_settled;
CREATE TRIGGER articles_settled AFTER UPDATE OF placed_at ON articles
WHEN NEW.placed_at IS NOT NULL
BEGIN
  UPDATE totals SET changed_at = max(COALESCE(changed_at, ''), NEW.placed_at), turn = turn + 1;
END;

DROP TRIGGER articles_settled_at_once;
DROP TRIGGER article_counted;
CREATE TRIGGER article_counted INSTEAD OF INSERT ON counted
BEGIN
  UPDATE totals
  SET articles = articles + NEW.sign,
      duplicates = duplicates + iif(NEW.duplicate_of IS NULL, 0, NEW.sign),
      last_read_at = max(COALESCE(last_read_at, ''), NEW.read_at),
      changed_at = nullif(max(COALESCE(changed_at, ''), COALESCE(
        (SELECT placed_at FROM articles WHERE id = NEW.id), '')), ''),
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

-- Words that are printed are found by four of their keys.
DROP VIEW printed;
CREATE VIEW printed AS
SELECT lookup.value AS key, articles.id AS article_id
FROM articles, json_each(reading, '$.quotations') AS quotation,
     json_each(quotation.value, '$.lookupKeys') AS lookup
WHERE relevant = 1 AND lookup.key < 4
UNION
SELECT quotation.value ->> 'key', articles.id
FROM articles, json_each(reading, '$.quotations') AS quotation
WHERE relevant = 1 AND json_array_length(quotation.value, '$.lookupKeys') = 0;

DELETE FROM printed_keys;
INSERT INTO printed_keys (key, article_id) SELECT key, article_id FROM printed;
