import { expect, test } from 'vitest'
import { readArticle } from '../../src/status/reading.ts'
import { article, emberfall } from './emberfall.ts'

function read(title: string, text: string) {
  return readArticle(emberfall, article(title, text))
}

test('a studio on record that approves the film makes it greenlit', () => {
  const { stage, headlineStage, overclaims } = read(
    'Emberfall 2 Officially Greenlit at Northlight',
    'Northlight Pictures has officially greenlit Emberfall 2, the studio announced Thursday.',
  )
  expect({ stage, headlineStage, overclaims }).toEqual({
    stage: 'greenlit',
    headlineStage: 'greenlit',
    overclaims: false,
  })
})

test('a headline above what is quoted is an overclaim, and lifts nothing', () => {
  const { stage, headlineStage, overclaims } = read(
    'Emberfall 2 CONFIRMED!',
    'It is finally happening! “We are talking about it,” producer Tobias Renn told Reel Post.',
  )
  expect({ stage, headlineStage, overclaims }).toEqual({
    stage: 'talks',
    headlineStage: 'greenlit',
    overclaims: true,
  })
})

test('an insider alone gives a rumor, whatever is claimed', () => {
  const { stage } = read(
    'Emberfall 2 to Shoot in May, Insider Says',
    'An insider tells us that Emberfall 2 starts filming in May.',
  )
  expect(stage).toBe('rumored')
})

test('what a higher voice denies in the same text counts for no more than talks', () => {
  const { stage } = read(
    'Emberfall 2: who is right?',
    '“We’re working on it,” Renn said. “There is no Emberfall sequel in active development,” Whitlock said.',
  )
  expect(stage).toBe('talks')
})

test('a denial that there is a script leaves the work on an outline', () => {
  const { stage } = read(
    'Emberfall 2 Update',
    '“We have an outline. We do not have a script,” Renn said.',
  )
  expect(stage).toBe('development')
})

test('on hold is no cancellation, and a wish does not end it', () => {
  const { stage } = read(
    'Emberfall 2 Update',
    '“It’s on hold. On hold doesn’t mean cancelled,” Whitlock said. “I would love to do it,” Calloway said.',
  )
  expect(stage).toBe('stalled')
})

test.each([
  ['the first film', 'Emberfall is out on digital now. It was filmed in Ireland in 2016.'],
  ['a re-release', 'Emberfall returns to theaters on July 1. Northlight announced the re-release.'],
  [
    'another film',
    'Northlight has greenlit Glass Harbor 2, and Ines Calloway of Emberfall will direct.',
  ],
  ['a namesake', 'Emberfell 2 begins filming in March, Orchard Pictures announced.'],
])('%s is not the awaited film', (_, text) => {
  expect(read('Film news', text).relevant).toBe(false)
})

test('a film named beside the awaited one keeps its news to itself', () => {
  const { stage } = read(
    'Ines Calloway Wraps Glass Harbor',
    'Glass Harbor has wrapped, Calloway told Reel Post. She also spoke about Emberfall 2. “We are still talking about it,” she said.',
  )
  expect(stage).toBe('talks')
})

test('questions and what-ifs claim nothing', () => {
  const { stage } = read(
    'Will Emberfall 2 Happen?',
    'Is Emberfall 2 greenlit? If it were approved tomorrow, it could open in 2025.',
  )
  expect(stage).toBeNull()
})

test('a joke that says so holds no statement', () => {
  const { stage, statements, overclaims } = read(
    'Emberfall 2 Greenlit as a Puppet Opera',
    '“It is greenlit,” Whitlock did not tell us. “We start filming on Monday.”',
  )
  expect({ stage, statements, overclaims }).toEqual({
    stage: null,
    statements: [],
    overclaims: true,
  })
})

test('the word satire, or a press time, makes no joke of a report', () => {
  const { statements } = read(
    'Emberfall 2 is in development',
    'Calloway, known for the satire Glass Harbor, told us. “We’re working on it,” she said.\n\nAt press time, Northlight had not responded to a request for comment.',
  )
  expect(statements.map(({ stage }) => stage)).toContain('development')
})

test('every statement stands in the text word for word', () => {
  const text =
    '“We’re working on it,” Renn told Reel Post in March 2021.\n\nCalloway said that she would love to return.'
  const { statements } = read('Emberfall 2 Update', text)
  expect(statements.length).toBeGreaterThan(1)
  for (const { evidence } of statements) expect(text).toContain(evidence)
})

test('a statement tells to whom and when it was made, and that it is old', () => {
  const { statements } = read(
    'Emberfall 2 Update',
    'In March 2021, Renn told Reel Post: “We’re working on it.”',
  )
  expect(statements[0]).toMatchObject({
    speaker: 'Tobias Renn',
    role: 'producer',
    quote: 'We’re working on it.',
    givenTo: 'Reel Post',
    saidOn: '2021-03',
    stage: 'development',
    modality: 'fact',
    recalled: true,
  })
})

test.each([
  [
    'Spanish',
    '«Estamos trabajando en la secuela de Emberfall», dijo Tobias Renn. «Todavía no hay luz verde.»',
    'development',
  ],
  ['German', '„Das Projekt Emberfall 2 liegt auf Eis“, sagte Tobias Renn.', 'stalled'],
  ['French', '« Le tournage d’Emberfall 2 a commencé lundi », a confirmé Tobias Renn.', 'filming'],
  ['Italian', '«Stiamo lavorando al sequel di Emberfall», ha detto Tobias Renn.', 'development'],
  ['Portuguese', '“Adoraria fazer Emberfall 2”, disse Ines Calloway.', 'talks'],
])('%s is read by the same tables', (_, text, stage) => {
  expect(read('Emberfall 2', text).stage).toBe(stage)
})

test('a quotation of the studio caps what the reporter makes of it', () => {
  const text =
    'Northlight has greenlit a sequel to Emberfall, the studio said. “Emberfall 2 is in development here,” Whitlock told reporters.'
  expect(readArticle(emberfall, article('Northlight Greenlights Emberfall 2', text))).toMatchObject(
    {
      stage: 'development',
      headlineStage: 'greenlit',
      overclaims: true,
    },
  )
})

test('a plain no denies what the question asked', () => {
  const text = 'Has Northlight greenlit Emberfall 2?\n\n“No. Not yet,” Renn said.'
  const { statements } = readArticle(emberfall, article('Renn on Emberfall 2', text))
  expect(statements).toMatchObject([
    { speaker: 'Tobias Renn', stage: 'greenlit', modality: 'denial' },
  ])
})

test('who announced the news before is who says it', () => {
  const text =
    'Sono terminate le riprese di Emberfall 2. Lo ha annunciato la regista Ines Calloway.'
  expect(readArticle(emberfall, article('Emberfall 2', text)).stage).toBe('post-production')
})

test('that a film is out needs nobody’s word, if the text is about it', () => {
  const out = 'Emberfall 2 opened to $41 million last weekend.'
  expect(readArticle(emberfall, article('Emberfall 2 Tops Box Office', out)).stage).toBe('released')
  const first = 'Emberfall opened to $41 million. Emberfall 2 is only a rumor.'
  expect(readArticle(emberfall, article('Ten Years Ago', first)).stage).not.toBe('released')
})

test('a headline that claims approval does not vouch for a sentence on another film', () => {
  const text =
    '“For Glass Harbor I am in post-production. And we would love to do Emberfall 2,” Renn said.'
  expect(readArticle(emberfall, article('Emberfall 2 Is Greenlit', text)).stage).toBe('talks')
})

test('a studio’s newsroom speaks for the studio', () => {
  const text = 'Emberfall 2 has been greenlit. It opens Nov. 7.'
  const release = { ...article('Emberfall 2', text), outlet: 'Northlight Newsroom' }
  expect(readArticle(emberfall, release).stage).toBe('greenlit')
})
