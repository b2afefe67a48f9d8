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
