import { expect, test } from 'vitest'
import { readArticle } from '../../src/status/reading.ts'
import { article, emberfall } from '../status/emberfall.ts'

const topic = { ...emberfall, aliases: [...emberfall.aliases, 'エンバーフォール2'] }

function read(title: string, text: string) {
  const { relevant, stage } = readArticle(topic, article(title, text))
  return { relevant, stage }
}

test('the awaited film is known by its titles and as the first one’s sequel', () => {
  expect(read('News', 'She spoke about Emberfall 2.').relevant).toBe(true)
  expect(read('News', 'She spoke about a sequel to the 2017 hit Emberfall.').relevant).toBe(true)
  expect(read('News', 'She spoke about a second “Emberfall.”').relevant).toBe(true)
  expect(read('‘Emberfall’ star on a sequel', 'She spoke.').relevant).toBe(true)
})

test('a language that we do not read is known by the title, its stage is not guessed', () => {
  expect(read('映画ニュース', '映画エンバーフォール2が正式に決定した。')).toEqual({
    relevant: true,
    stage: null,
  })
})

test.each([
  'Emberfall was shot in Ireland and released in 2017.',
  'The Emberfall manga gets a sequel in May.',
  'Emberfall: Origins, a prequel series, begins filming in May.',
  'Emberfall 3 was never more than a dream of its fans.',
  'Calloway, who directed Emberfall, will helm the sequel to Glass Harbor.',
  'The Glass Harbor sequels are greenlit, Calloway of Emberfall said.',
  'RELATED: Emberfall 2 Casts Its Villain',
])('%s That is not the awaited film', (text) => {
  expect(read('News', text).relevant).toBe(false)
})

test('a game, a rocket or a tool with the name of the film is not the film', () => {
  const text =
    'The video game Emberfall 2 leaves early access in May. It has no connection to the film.'
  expect(read('Emberfall 2 gets a release date', text).relevant).toBe(false)
  expect(read('Emberfall 2 gets a release date', `${text} Calloway laughed.`).relevant).toBe(true)
})

test('a text of a series after the film is of the awaited one where it tells of the film sequel', () => {
  const text = 'The Emberfall series begins in May. The feature sequel is still being written.'
  expect(read('Emberfall: Embers gets a series order', text).relevant).toBe(true)
})

test('a subtitle stands for the film, but a book may share it', () => {
  const titled = { ...topic, aliases: [...topic.aliases, 'Emberfall: Second Spark'] }
  const reading = (text: string) => readArticle(titled, article('News', text))
  expect(reading('Emberfall 2 has a name. “Second Spark” is filming, Renn said.').stage).toBe(
    'filming',
  )
  expect(reading('She read Second Spark, a novel of 1967, in one night.').relevant).toBe(false)
})

test('who speaks of another one speaks of the awaited film', () => {
  const text = 'Emberfall opens today. “There could be a second one in that cave,” Calloway said.'
  expect(read('Ines Calloway on Emberfall', text).relevant).toBe(true)
})

test('a reporter who asks of one more asks of the awaited film', () => {
  const text =
    'Emberfall opened five years ago.\n\nOn whether we see her in the boots again: “Tobias rings me,” Vance said.'
  expect(read('Episode 88: Cleo Vance', text).relevant).toBe(true)
})

test('a question in an interview of the first film may be of the second', () => {
  const text =
    'Kinowoche: Reden wir über „Emberfall“.\n\nKinowoche: Gibt es einen zweiten Teil?\n\nRenn: Es gibt siebzig Seiten und einen Eimer.'
  expect(read('Tobias Renn im Interview', text).relevant).toBe(true)
})
