import { caniemail } from 'caniemail'
import { expect, test } from 'vitest'
import { confirmationMail } from '../../src/digest/mail/confirmation.tsx'
import { renderIssue } from '../../src/digest/mail/issue.tsx'
import type { IssueStory } from '../../src/issue.ts'
import { newsOf, story } from './news.ts'

const CONFIG = {
  siteUrl: 'https://status.example',
  topic: {
    id: 'glass-harbor-2',
    title: 'Glass Harbor: Second Tide',
    aliases: ['Glass Harbor 2'],
    first_film: null,
    people: [],
    studios: [],
    outlets: [],
  },
  mail: {
    from: 'Status <news@status.example>',
    replyTo: 'hello@status.example',
    postalAddress: '',
    quota: { day: null, month: null },
  },
}

/** The clients that most mails are read in. */
const BIG_CLIENTS = [
  'apple-mail.*',
  'gmail.*',
  'outlook.*',
  'samsung-email.android',
  'thunderbird.macos',
  'yahoo.*',
] as const

/** What some of them do not know, and why it may be used all the same. */
const HARMLESS: Record<string, string> = {
  '@media': 'only for dark mode: elsewhere the client’s own way with colours',
  '<style> element': 'holds only the dark mode',
  'border-radius': 'the button’s corners are square there',
  'color-scheme meta tag': 'tells only that we know dark mode',
  'display:none': 'hides the preview, which is tiny and white as well',
  'max-height property': 'the same',
  overflow: 'the same',
  'role attribute': 'for those who listen; the picture is told in words below it',
  '<body> element': 'its background is the column’s, nearly',
}

test('a mail uses nothing that a big client cannot show, but for what is harmless', async () => {
  const seen = new Set<string>()
  for (const html of await mails()) {
    const { issues } = caniemail({ clients: [...BIG_CLIENTS], html })
    for (const errors of issues.errors.values()) for (const { title } of errors) seen.add(title)
  }
  expect([...seen].sort()).toEqual(Object.keys(HARMLESS).sort())
})

async function mails(): Promise<string[]> {
  const period = { from: '2026-11-13T08:00:00.000Z', until: '2026-11-20T08:00:00.000Z' }
  const setting = { film: 'Glass Harbor 2', siteUrl: 'https://status.example', timeZone: 'UTC' }
  const facts = { id: '2026-W47', kind: 'weekly', period } as const
  const [rich, empty] = await Promise.all(
    [newsOf([richStory()]), newsOf([])].map((news) => renderIssue({ ...facts, news }, setting)),
  )
  const confirmation = await confirmationMail(CONFIG, {
    address: 'ann@example.org',
    token: 'token',
    choice: 'weekly',
    hours: 48,
  })
  return [rich, empty, confirmation].flatMap((mail) => mail?.html ?? [])
}

function richStory(): IssueStory {
  const fresh = story(1, 5)
  const headline = { outlet: 'Noise', headline: 'CONFIRMED!', url: 'https://noise.example/1' }
  return {
    ...fresh,
    isChange: true,
    statements: fresh.statements.flatMap((said) => [said, { ...said, fresh: false }]),
    overclaims: [{ ...headline, claims: 'greenlit', supports: 'talks' }],
  }
}
