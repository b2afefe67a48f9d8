-- Articles that were kept before there was a search are found by their headlines, too. The index folds
-- words itself.
UPDATE articles SET words = title || ' ' || outlet WHERE words = '';
