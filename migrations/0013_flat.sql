-- What is kept of a new article is written in as few rows as can be.

-- Where words stand: one row for a headline or a quotation, where each word had one. A row's number
-- begins with the second in which it counts, so that the latest come first without being sorted; its
-- last 31 bits are drawn. It is all made of articles and quotations, and can be dropped and made anew.
DROP TRIGGER articles_found;
DROP TRIGGER articles_lost;
DROP TRIGGER articles_refound;
DROP TRIGGER quotations_found;
DROP TRIGGER quotations_lost;
DROP TRIGGER quotations_refound;
DROP TABLE search_words;

CREATE VIRTUAL TABLE search_words USING fts5 (words, kind UNINDEXED, id UNINDEXED, columnsize = 0);

CREATE TRIGGER articles_found AFTER INSERT ON articles WHEN NEW.relevant = 1
BEGIN
  INSERT INTO search_words (rowid, words, kind, id)
  VALUES (unixepoch(NEW.moment) * 2147483648 + abs(random() % 2147483648),
          NEW.words, 'article', NEW.id);
END;

CREATE TRIGGER articles_lost AFTER DELETE ON articles WHEN OLD.relevant = 1
BEGIN
  DELETE FROM search_words
  WHERE rowid BETWEEN unixepoch(OLD.moment) * 2147483648
      AND unixepoch(OLD.moment) * 2147483648 + 2147483647
    AND kind = 'article' AND id = OLD.id;
END;

CREATE TRIGGER articles_refound AFTER UPDATE OF words, moment, relevant ON articles
WHEN (OLD.words, OLD.moment, OLD.relevant) IS NOT (NEW.words, NEW.moment, NEW.relevant)
BEGIN
  DELETE FROM search_words
  WHERE rowid BETWEEN unixepoch(OLD.moment) * 2147483648
      AND unixepoch(OLD.moment) * 2147483648 + 2147483647
    AND kind = 'article' AND id = OLD.id;
  INSERT INTO search_words (rowid, words, kind, id)
  SELECT unixepoch(NEW.moment) * 2147483648 + abs(random() % 2147483648), NEW.words, 'article', NEW.id
  WHERE NEW.relevant = 1;
END;

CREATE TRIGGER quotations_found AFTER INSERT ON quotations
BEGIN
  INSERT INTO search_words (rowid, words, kind, id)
  VALUES (unixepoch(NEW.moment) * 2147483648 + abs(random() % 2147483648),
          NEW.key, 'quotation', NEW.key);
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
  INSERT INTO search_words (rowid, words, kind, id)
  VALUES (unixepoch(NEW.moment) * 2147483648 + abs(random() % 2147483648),
          NEW.key, 'quotation', NEW.key);
END;

INSERT INTO search_words (rowid, words, kind, id)
SELECT unixepoch(moment) * 2147483648 + abs(random() % 2147483648), words, 'article', id
FROM articles
WHERE relevant = 1;

INSERT INTO search_words (rowid, words, kind, id)
SELECT unixepoch(moment) * 2147483648 + abs(random() % 2147483648), key, 'quotation', key
FROM quotations;
