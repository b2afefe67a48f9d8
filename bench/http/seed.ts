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
    for (const insert of [storiesSql, articlesSql, quotationsSql]) {
      await run(sql, insert(numbers))
    }
  }
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
      overclaims, text_key, duplicate_of, story_id, story_join, original, placed_at, words, said,
      said_marks)
    ${numbers} SELECT ${ID('n')}, 'https://outlet.example/' || n, 'source-' || (n % 20),
      'Outlet ' || (n % 20), 'A headline of some length about the film, number ' || n,
      '["Pat Ember"]', ${MOMENT('n')}, 'en', printf('%.500c', 'x'), 'page', ${MOMENT('n')},
      ${MOMENT('n')}, json_object('quotations', json_array(json_object(
        'words', 'We are working on it, take ' || n, 'key', 'we are working on it take ' || n,
        'lookupKeys', json_array('a' || n, 'b' || n), 'speaker', json_object('name', 'Person ' || (n % 30))))),
      ${RULES_VERSION}, 1, 'the headline names the film', 'development', 'greenlit', n % 4 = 0, 'k' || n,
      iif(n % 5 = 4, ${ID(FOUNDER)}, NULL), ${ID(FOUNDER)},
      json_object('method', iif(n % 5 = 0, 'founded', 'event'), 'score', 1, 'partner', NULL),
      'Outlet ' || (n % 20), ${MOMENT('n')}, 'a headline about the film number ' || n,
      ${SAID}, ${MARKS}
    FROM numbers`
}

/** One statement of each article, new in that which founds a story. */
const SAID = `json_array(json_object('id', ${ID('n')} || '#0', 'speaker', 'Person ' || (n % 30),
  'role', 'director', 'quote', 'We are working on it, take ' || n,
  'evidence', 'We are working on it, take ' || n, 'givenTo', 'Outlet ' || (n % 20), 'saidOn', NULL,
  'stage', 'development', 'modality', 'fact', 'rule', 'working', 'recalled', json('false'),
  'fresh', json(iif(n % 5 = 0, 'true', 'false'))))`

/** As src/db/statements.ts makes them. */
const MARKS = `json_object(
  'at', json_array(json_object('isNew', n % 5 = 0, 'moment', ${MOMENT('n')})),
  'by', json_array(json_object('speaker', 'Person ' || (n % 30), 'role', 'director',
    'isNew', n % 5 = 0, 'moment', ${MOMENT('n')}, 'statements', 1, 'fresh', n % 5 = 0)),
  'of', iif(n % 5, json('[]'),
    json_array(json_object('stage', 'development', 'moment', ${MOMENT('n')}))),
  'withdrawn', json('[]'), 'from', iif(n % 5, NULL, ${MOMENT('n')}),
  'to', iif(n % 5, NULL, ${MOMENT('n')}))`

function quotationsSql(numbers: string): string {
  return `INSERT INTO quotations (key, speaker, role, article_id, moment, said_on, given_to, story_id)
    ${numbers} SELECT 'we are working on it take ' || n, 'Person ' || (n % 30), 'director',
      ${ID('n')}, ${MOMENT('n')}, NULL, 'Outlet ' || (n % 20), ${ID(FOUNDER)}
    FROM numbers WHERE n % 5 = 0`
}

function changesSql(articles: number): string {
  const step = Math.floor(articles / 50) * 5
  return `INSERT INTO status_changes (rules_version, from_at, stage, because)
    ${NUMBERS(0, 8)} SELECT ${RULES_VERSION}, ${MOMENT(`(n * ${step})`)},
      iif(n % 2, 'development', 'talks'), json_array(${ID(`(n * ${step})`)} || '#0')
    FROM numbers`
}
