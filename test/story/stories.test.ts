import { expect, test } from 'vitest'
import type { KnownQuotation, Quotation } from '../../src/story/quotations.ts'
import { matchQuotations } from '../../src/story/repeated.ts'
import { type KnownStory, storyOf, type Telling } from '../../src/story/stories.ts'
import type { Voice } from '../../src/story/voices.ts'

const RENN: Voice = { name: 'Tobias Renn', role: 'producer' }
const STUDIO: Voice = { name: null, role: 'studio' }
const WORDS = 'we are waiting for the right moment to go back to that valley'

function story(more: Partial<KnownStory> = {}): KnownStory {
  return {
    id: 's1',
    moment: '2022-06-01T10:00:00.000Z',
    speaker: RENN.name,
    original: 'The Reel & Post',
    lookupKeys: [],
    ...more,
  }
}

function telling(more: Partial<Telling> = {}): Telling {
  return {
    outlet: 'Film Daily',
    speaker: RENN.name,
    original: 'Reel and Post',
    isSourceTold: true,
    moment: '2022-06-02T10:00:00.000Z',
    isDated: true,
    quotations: [],
    turn: null,
    ...more,
  }
}

function quotation(key: string, speaker = RENN): Quotation {
  const span = { paragraph: 0, start: 0, end: key.length }
  return { words: key, key, speaker, span, lookupKeys: [] }
}

function known(key: string, speaker: Voice): KnownQuotation {
  const { id: storyId, moment } = story()
  return { key, speaker, articleId: storyId, moment, saidOn: null, givenTo: null, storyId }
}

const joined = (one: Telling, stories: KnownStory[]) => storyOf(one, [], stories)?.join.method

test('one interview is one story, however the outlet is printed', () => {
  expect(joined(telling(), [story()])).toBe('interview')
  expect(joined(telling({ original: 'Reel Digest' }), [story()])).toBeUndefined()
})

test('a page without a date joins its interview however old that is', () => {
  const moment = '2024-01-01T10:00:00.000Z'
  expect(joined(telling({ moment }), [story()])).toBeUndefined()
  expect(joined(telling({ moment, isDated: false }), [story()])).toBe('interview')
})

test('what an outlet reported these days is one story, whoever is named in its retellings', () => {
  const other = telling({ speaker: 'Cleo Vance' })
  expect(joined(other, [story()])).toBe('source')
  expect(joined({ ...other, moment: '2022-06-08T10:00:00.000Z' }, [story()])).toBeUndefined()
})

test('a turn in the making of a film is one story within two days', () => {
  const own = telling({ speaker: 'Dana Whitlock', original: 'Film Daily', turn: '=greenlit' })
  const green = story({ lookupKeys: ['=greenlit'] })
  expect(joined(own, [green])).toBe('event')
  expect(joined({ ...own, moment: '2022-06-20T10:00:00.000Z' }, [green])).toBeUndefined()
  expect(joined(own, [story({ lookupKeys: ['=cancelled'] })])).toBeUndefined()
})

test('a quotation is the same where one report does not name its speaker', () => {
  const named = known(WORDS, { name: 'Northlight Pictures', role: 'studio' })
  expect(matchQuotations([quotation(WORDS, STUDIO)], [named])).toHaveLength(1)
  expect(matchQuotations([quotation('we wait', STUDIO)], [known('we wait', RENN)])).toHaveLength(0)
})

test('an obituary that repeats a line of an old interview is a story of its own', () => {
  const others = { name: 'Cleo Vance', role: 'actor' } as const
  const fresh = 'she was the only one who ever knew where the keys of that valley were kept '
  const quotations = [quotation('we work on it'), quotation(fresh.repeat(3).trim(), others)]
  const matches = matchQuotations(quotations, [known('we work on it', RENN)])
  const late = telling({ moment: '2023-06-02T10:00:00.000Z', original: 'Film Daily', quotations })
  expect(matches).toHaveLength(1)
  expect(storyOf(late, matches, [story()])).toBeNull()
})
