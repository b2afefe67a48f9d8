import { expect, test } from 'vitest'
import { actIn, addPerson } from '../../scripts/crash/book.ts'
import { BEFORE, brokenIn, MADE, openScene } from './scene.ts'

const BEFORE_TIME = new Date(BEFORE).toISOString()

const CHANGE = `INSERT INTO status_changes (rules_version, from_at, stage, because)
  VALUES (1, '2026-01-01T00:00:00.000Z', 'talks', '[]')`
const ARTICLE = `INSERT INTO articles (id, url, source_id, outlet, title, authors, text, read_from,
    read_at, moment, reading, rules_version, relevant, why, overclaims, text_key, story_id, said)
  VALUES ('000a', 'https://a.example/1', 's', 'A', 't', '[]', 'x', 'page', '1', '${MADE}', '{}', 1, 1, 'w', 0, 'k',
    '000a', '[{"id":"a-0","speaker":"S"}]')`
const SECOND = ARTICLE.replace("'000a', 'https://a", "'000b', 'https://b")
const STORY = `INSERT INTO stories (id, moment, articles) VALUES ('000a', '${MADE}', 1)`
const QUOTATION = `INSERT INTO quotations (key, speaker, role, article_id, moment, story_id)
  VALUES ('q', 'S', 'director', '000a', '${MADE}', '000a')`
const DOUBLED = "UPDATE articles SET said = json_insert(said, '$[#]', said -> '$[0]')"
const ISSUE = `INSERT INTO issues (id, covers_from, covers_until, made_at, subject, html, text, news,
    content_hash)
  VALUES ('2026-W47', '2026', '2027', '${MADE}', 's', 'h', 't', '{}', 'c')`
const CALL = `INSERT INTO delivery_chunks (issue_id, number, first_subscriber, last_subscriber,
    in_doubt_since, ended_at, outcome)
  VALUES ('2026-W47', 0, 'a', 'z', '${MADE}', '${MADE}', 'sent')`

test('of a world in which nothing went wrong, every promise is kept', async () => {
  const { findings } = await openScene([CHANGE, ISSUE, CALL])
  expect(brokenIn(await findings(({ take }) => take('digest/2026-W47/0')))).toEqual([
    'all that was begun is ended',
  ])
})

test.for([
  [
    'a page that was given up',
    'pages: all read that publishers show',
    "INSERT INTO pages (url, source_id, scan_id, title, feed_text, found_at, next_try_at, given_up_at) VALUES ('u', 's', 'c', 't', '', '1', '1', '2')",
  ],
  [
    'a change of the status that is gone',
    'changes of status: none lost',
    'DELETE FROM status_changes',
  ],
  [
    'a change of the status that is told twice',
    'changes of status: none twice, none other',
    CHANGE.replace('01-01', '01-02'),
  ],
  ['a count that went on alone', 'counts: as counted', 'UPDATE totals SET articles = articles + 1'],
  [
    'an act without its entry',
    'audit: nothing done in silence',
    "INSERT INTO stopped_hosts VALUES ('h.example', '1', 'w')",
  ],
  [
    'a reference to nothing',
    'every reference leads somewhere',
    "INSERT INTO looks (scan_id, source_id) VALUES ('no', 'no')",
  ],
  [
    'work that nobody takes up',
    'all that was begun is ended',
    "INSERT INTO subscribe_requests VALUES ('r', 'h', 's', 't', 'f', 'v', 'weekly', '1')",
  ],
  [
    'a source that was not seen once all was well again',
    'all that was begun is ended',
    `INSERT INTO sources (id, next_due_at, last_ok_at) VALUES ('s', '9', '${BEFORE_TIME}')`,
  ],
] as const)('%s is seen', async ([, promise, sql]) => {
  const { findings } = await openScene([CHANGE])
  expect(brokenIn(await findings(({ run }) => run(sql)))).toContain(promise)
})

test.for([
  ['articles', 'DELETE FROM articles', SECOND],
  ['quotations', 'DELETE FROM quotations', QUOTATION.replace("'q'", "'p'")],
  ['stories', 'DELETE FROM stories', STORY.replace("'000a'", "'000b'")],
  ['statements', "UPDATE articles SET said = '[]'", DOUBLED],
] as const)(
  'one of the %s that is gone, and one that came twice, are seen',
  async ([kind, lose, repeat]) => {
    const rows = [STORY, ARTICLE, QUOTATION]
    const [one, other] = [await openScene(rows), await openScene(rows)]
    expect(brokenIn(await one.findings(({ run }) => run(lose)))).toContain(`${kind}: none lost`)
    const promise = `${kind}: none twice, none other`
    expect(brokenIn(await other.findings(({ run }) => run(repeat)))).toContain(promise)
  },
)

test('a page of the database that was overwritten is seen', async () => {
  const { findings } = await openScene([CHANGE])
  const broken = brokenIn(await findings(({ overwrite }) => overwrite('articles_of_story')))
  expect(broken).toContain('the database is whole')
})

test.for([
  ['twice', 'issues: no subscriber twice', ['digest/2026-W47/0', 'digest/2026-W47/0/1']],
  ['not at all', 'issues: no subscriber left out', []],
] as const)('an issue that comes %s is seen', async ([, promise, keys]) => {
  const { findings } = await openScene([ISSUE, CALL])
  const broken = brokenIn(
    await findings(async ({ take }) => {
      for (const key of keys) await take(key)
    }),
  )
  expect(broken).toContain(promise)
})

test.for([
  ['had left before the call', { left: BEFORE - 60_000, leaving: BEFORE - 60_000 }],
  ['had never confirmed', { confirming: null, confirmed: null }],
])('an issue to somebody who %s is seen', async ([, known]) => {
  const { findings, person } = await openScene([ISSUE, CALL])
  Object.assign(person, known)
  const broken = brokenIn(await findings(({ take }) => take('digest/2026-W47/0')))
  expect(broken).toContain('issues: nobody after leaving')
})

test.for([
  ['never comes', []],
  ['comes twice', ['confirm/1', 'confirm/2']],
] as const)('a link to confirm that %s is seen', async ([, keys]) => {
  const { findings, book } = await openScene([])
  const { address } = addPerson(book, 'delivered+new-1@resend.dev', { wasTaken: true })
  const broken = brokenIn(
    await findings(async ({ take }) => {
      for (const key of keys) await take(key, address)
    }),
  )
  expect(broken).toContain('confirmations: one each')
})

test('an answered act that the log has not, or has twice, is seen', async () => {
  const { findings, book } = await openScene([])
  Object.assign(actIn(book, 'stop host', 'h.example'), { asked: 1, answered: 1 })
  const entry =
    "INSERT INTO audit (at, who, act, subject) VALUES ('1', 'a', 'stop host', 'h.example')"
  const promise = 'audit: every answered act once'
  expect(brokenIn(await findings(() => {}))).toContain(promise)
  expect(brokenIn(await findings(({ run }) => run(entry)))).not.toContain(promise)
  expect(brokenIn(await findings(({ run }) => run(entry)))).toContain(promise)
})
