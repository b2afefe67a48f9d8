import { RULES_VERSION } from '../../src/status/reading.ts'

const A_STATEMENT = 2000 // rows written by one

/** A place to run SQL: D1, as Miniflare gives it. */
export type Sql = { prepare: (sql: string) => { run: () => Promise<unknown> } }

const NUMBERS = (from: number, until: number) =>
  `WITH RECURSIVE numbers (n) AS (
     SELECT ${from} UNION ALL SELECT n + 1 FROM numbers WHERE n < ${until - 1})`

const ID = (n: string) => `printf('%016x', ${n})`
const MOMENT = (n: string) =>
  `strftime('%Y-%m-%dT%H:%M:%SZ', 1550000000 + ${n} * 2000, 'unixepoch')`
const FOUNDER = '(n - n % 5)' // five articles tell a story

/** Articles of 20 outlets in stories of five, with statements and quotations, as D1 would hold them. */
export async function seed(sql: Sql, articles: number): Promise<void> {
  await run(sql, sourcesSql())
  for (let from = 0; from < articles; from += A_STATEMENT) {
    const numbers = NUMBERS(from, Math.min(from + A_STATEMENT, articles))
    for (const insert of [storiesSql, articlesSql, statementsSql, quotationsSql]) {
      await run(sql, insert(numbers))
    }
  }
  await run(sql, peopleSql())
  await run(sql, changesSql(articles))
}

async function run(sql: Sql, text: string): Promise<void> {
  await sql.prepare(text.replace(/\s+/g, ' ')).run()
}

function sourcesSql(): string {
  return `INSERT INTO sources (id, next_due_at)
    ${NUMBERS(0, 20)} SELECT 'source-' || n, '2020-01-01T00:00:00Z' FROM numbers`
}

function storiesSql(numbers: string): string {
  return `INSERT INTO stories (id, moment, speaker, original)
    ${numbers} SELECT ${ID('n')}, ${MOMENT('n')}, 'Person ' || (n % 30), 'Outlet ' || (n % 20)
    FROM numbers WHERE n % 5 = 0`
}

function articlesSql(numbers: string): string {
  return `INSERT INTO articles (id, url, source_id, outlet, title, authors, published, lang, text,
      read_from, read_at, moment, reading, rules_version, relevant, why, stage, headline_stage,
      overclaims, text_key, duplicate_of, story_id, story_join, original, placed_at, words)
    ${numbers} SELECT ${ID('n')}, 'https://outlet.example/' || n, 'source-' || (n % 20),
      'Outlet ' || (n % 20), 'A headline of some length about the film, number ' || n,
      '["Pat Ember"]', ${MOMENT('n')}, 'en', printf('%.500c', 'x'), 'page', ${MOMENT('n')},
      ${MOMENT('n')}, json_object('quotations', json_array(json_object(
        'words', 'We are working on it, take ' || n, 'key', 'we are working on it take ' || n,
        'lookupKeys', json_array('a' || n, 'b' || n), 'speaker', json_object('name', 'Person ' || (n % 30))))),
      ${RULES_VERSION}, 1, 'the headline names the film', 'development', 'greenlit', n % 4 = 0, 'k' || n,
      iif(n % 5 = 4, ${ID(FOUNDER)}, NULL), ${ID(FOUNDER)},
      json_object('method', iif(n % 5 = 0, 'founded', 'event'), 'score', 1, 'partner', NULL),
      'Outlet ' || (n % 20), ${MOMENT('n')}, 'a headline about the film number ' || n
    FROM numbers`
}

function statementsSql(numbers: string): string {
  return `INSERT INTO statements (id, article_id, speaker, role, quote, evidence, given_to, said_on,
      stage, modality, rule, recalled, fresh)
    ${numbers} SELECT ${ID('n')} || '#0', ${ID('n')}, 'Person ' || (n % 30), 'director',
      'We are working on it, take ' || n, 'We are working on it, take ' || n,
      'Outlet ' || (n % 20), NULL, 'development', 'fact', 'working', 0, n % 5 = 0
    FROM numbers`
}

function quotationsSql(numbers: string): string {
  return `INSERT INTO quotations (key, speaker, role, article_id, moment, said_on, given_to, story_id)
    ${numbers} SELECT 'we are working on it take ' || n, 'Person ' || (n % 30), 'director',
      ${ID('n')}, ${MOMENT('n')}, NULL, 'Outlet ' || (n % 20), ${ID(FOUNDER)}
    FROM numbers WHERE n % 5 = 0`
}

function peopleSql(): string {
  return `INSERT INTO people (name, role, statements, fresh)
    SELECT speaker, 'director', count(*), sum(fresh) FROM statements GROUP BY speaker`
}

function changesSql(articles: number): string {
  const step = Math.floor(articles / 50) * 5
  return `INSERT INTO status_changes (rules_version, from_at, stage, because)
    ${NUMBERS(0, 8)} SELECT ${RULES_VERSION}, ${MOMENT(`(n * ${step})`)},
      iif(n % 2, 'development', 'talks'), json_array(${ID(`(n * ${step})`)} || '#0')
    FROM numbers`
}
