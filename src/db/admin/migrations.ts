/**
 * Every migration of migrations/, in order: what a database must have had. A Worker cannot look into
 * the folder; a test holds the list to it.
 */
export const MIGRATIONS = [
  '0001_news.sql',
  '0002_mail.sql',
  '0003_sending.sql',
  '0004_public.sql',
  '0005_revisions.sql',
  '0006_corrections.sql',
  '0007_status.sql',
  '0008_admin.sql',
  '0009_operations.sql',
  '0010_fewer_writes.sql',
  '0012_snapshots.sql',
  '0013_flat.sql',
  '0014_counted_at_once.sql',
  '0015_said_at_once.sql',
  '0017_turned.sql',
  '0018_retention.sql',
  '0019_found_by_headline.sql',
] as const
