-- What is put together for readers is put together anew after these changes too: a turn ends with them.

CREATE TRIGGER issues_added AFTER INSERT ON issues
BEGIN
  UPDATE totals SET turn = turn + 1;
END;

CREATE TRIGGER issues_let_go AFTER UPDATE OF held_at, approved_at ON issues
BEGIN
  UPDATE totals SET turn = turn + 1;
END;

CREATE TRIGGER issues_gone AFTER DELETE ON issues
BEGIN
  UPDATE totals SET turn = turn + 1;
END;

CREATE TRIGGER rereading_begun AFTER INSERT ON rereading
BEGIN
  UPDATE totals SET turn = turn + 1;
END;

CREATE TRIGGER rereading_went_on AFTER UPDATE ON rereading
BEGIN
  UPDATE totals SET turn = turn + 1;
END;

CREATE TRIGGER rules_switched AFTER UPDATE OF rules_version ON status_work
WHEN OLD.rules_version IS NOT NEW.rules_version
BEGIN
  UPDATE totals SET turn = turn + 1;
END;
