import { expect, test } from 'vitest'
import { storyTitle, type TitleStatement } from '../../src/status/story-title.ts'

const WISH: TitleStatement = {
  speaker: 'Ines Quarrie',
  role: 'director',
  givenTo: 'The Lantern',
  stage: 'talks',
  modality: 'wish',
  fresh: true,
}

test('a title says who said what to whom, in our words', () => {
  expect(storyTitle([WISH], 'talks', 'SEQUEL CONFIRMED')).toBe(
    'Ines Quarrie to The Lantern: wants to make it',
  )
})

test('whom somebody spoke to is told from other new words of the same talk', () => {
  const claim: TitleStatement = { ...WISH, givenTo: null, stage: 'development', modality: 'fact' }
  const title = (...others: TitleStatement[]) => storyTitle([claim, ...others], 'development', '')
  expect(title(WISH)).toBe('Ines Quarrie to The Lantern: it is being worked on')
  for (const other of [{ fresh: false }, { speaker: 'Abel Thorne' }]) {
    expect(title({ ...WISH, ...other })).toBe('Ines Quarrie: it is being worked on')
  }
})

test('an actor does not make films, but would come back for one', () => {
  const actor = { ...WISH, speaker: 'Tove Lindahl', role: 'actor' }
  expect(storyTitle([actor], 'talks', '')).toBe('Tove Lindahl to The Lantern: would come back')
})

test('a claim above what the article supports makes no title', () => {
  const claim = {
    ...WISH,
    speaker: 'A Fan',
    role: 'other',
    stage: 'greenlit',
    modality: 'fact',
  } as const
  expect(storyTitle([claim, WISH], 'talks', 'SEQUEL CONFIRMED')).toContain('Ines Quarrie')
  expect(storyTitle([claim], 'rumored', 'Sequel confirmed?')).toBe('Sequel confirmed?')
})

test('a studio is heard before a director, and new words before old ones', () => {
  const studio = { ...WISH, speaker: 'Lantern Pictures', role: 'studio', givenTo: null }
  const old = { ...studio, speaker: 'Old Words', fresh: false }
  expect(storyTitle([WISH, old, studio], 'talks', '')).toBe('Lantern Pictures: wants to make it')
})

test('where somebody only denies, that is the title', () => {
  const denial = { ...WISH, stage: 'greenlit', modality: 'denial' } as const
  expect(storyTitle([denial], null, '')).toBe('Ines Quarrie to The Lantern: it is not approved')
})

test('an outlet’s own voice makes no title', () => {
  expect(storyTitle([{ ...WISH, speaker: null, role: 'outlet' }], 'talks', 'A headline')).toBe(
    'A headline',
  )
})
