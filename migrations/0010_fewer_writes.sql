-- A statement is written with its moment: given it by an update, each of its indexes is written twice.

DROP TRIGGER statements_added;
CREATE TRIGGER statements_added AFTER INSERT ON statements
BEGIN
  UPDATE statements
  SET moment = COALESCE(NEW.since, (SELECT moment FROM articles WHERE id = NEW.article_id))
  WHERE id = NEW.id AND NEW.moment IS NULL;
  INSERT INTO people (name, role, statements, fresh)
  SELECT NEW.speaker, NEW.role, 1, NEW.fresh
  WHERE NEW.speaker IS NOT NULL
  ON CONFLICT (name) DO UPDATE
  SET role = excluded.role, statements = statements + 1, fresh = fresh + excluded.fresh;
END;

CREATE TRIGGER statements_said AFTER INSERT ON statements
WHEN NEW.moment IS NOT NULL
  AND NEW.fresh = 1 AND NEW.stage IS NOT NULL AND NEW.modality NOT IN ('question', 'conditional')
BEGIN
  INSERT INTO restated VALUES (NEW.moment);
  INSERT INTO restated SELECT NEW.withdrawn_at WHERE NEW.withdrawn_at IS NOT NULL;
END;

-- What an article prints is found by its reading: an index by article would be written for each key.
DROP INDEX printed_keys_of_article;
DROP TRIGGER articles_reprinted;

CREATE TRIGGER articles_unprinted BEFORE UPDATE OF reading, relevant ON articles
WHEN OLD.reading <> NEW.reading OR OLD.relevant <> NEW.relevant
BEGIN
  DELETE FROM printed_keys
  WHERE article_id = OLD.id AND key IN (SELECT key FROM printed WHERE article_id = OLD.id);
END;

CREATE TRIGGER articles_reprinted AFTER UPDATE OF reading, relevant ON articles
WHEN OLD.reading <> NEW.reading OR OLD.relevant <> NEW.relevant
BEGIN
  INSERT INTO printed_keys (key, article_id)
  SELECT key, article_id FROM printed WHERE article_id = NEW.id;
END;
