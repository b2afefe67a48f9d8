-- What an admin has corrected. It outranks the rules whenever they run again, until it is undone.

CREATE TABLE corrections (
  id         TEXT PRIMARY KEY,
  -- counts up: of two that say different things of one article the later holds
  number     INTEGER NOT NULL UNIQUE,
  at         TEXT NOT NULL,
  -- name of the token, never the token
  by         TEXT NOT NULL,
  kind       TEXT NOT NULL
             CHECK (kind IN ('split', 'merge', 'relevance', 'original', 'statement', 'gone')),
  article_id TEXT NOT NULL REFERENCES articles (id),
  -- as it was shown, as it is to be
  before     TEXT NOT NULL CHECK (json_valid(before)),
  after      TEXT NOT NULL CHECK (json_valid(after)),
  undone_at  TEXT,
  undone_by  TEXT,
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
) STRICT;

CREATE INDEX corrections_of_article ON corrections (article_id, number);

-- What stands of the corrections of an article, as src/status/corrections.ts makes it.
ALTER TABLE articles ADD COLUMN corrected TEXT CHECK (json_valid(corrected));
-- The story that the rules give it, where a correction shows it in another.
ALTER TABLE articles ADD COLUMN story_by_rules TEXT REFERENCES stories (id);
CREATE INDEX articles_of_rules ON articles (story_by_rules) WHERE story_by_rules IS NOT NULL;
-- The article in whose story this one is shown, by a correction.
ALTER TABLE stories ADD COLUMN shown_in TEXT REFERENCES articles (id);
