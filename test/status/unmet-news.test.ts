import { expect, test } from 'vitest'
import { readArticle } from '../../src/status/reading.ts'
import { type Topic, topicSchema } from '../../src/topic.ts'
import { article, emberfall } from './emberfall.ts'

const read = (title: string, text: string, topic: Topic = emberfall, outlet = 'Film Daily') =>
  readArticle(topic, article(title, text, { outlet }))

test('words of an outlet’s name claim nothing', () => {
  const topic = topicSchema.parse({
    ...emberfall,
    outlets: [{ name: 'The Table Read Gazette', domain: 'tableread.example' }],
  })
  const text = '“I would love to go back,” Calloway told The Table Read Gazette.'
  expect(read('Emberfall 2 news', text, topic).stage).toBe('talks')
})

test('an outlet is known by the last word of its name', () => {
  const topic = topicSchema.parse({
    ...emberfall,
    outlets: [{ name: 'The Harbour Gazette', domain: 'gazette.example' }],
  })
  const text = '“We are writing Emberfall 2,” Renn told the Gazette.'
  expect(read('Emberfall 2 is being written', text, topic).original).toBe('The Harbour Gazette')
})

test('a fan site need not name the film that it is about', () => {
  const transcript =
    'Here is what she said on the radio.\n\nOTTO: So it is snowing.\n\nCALLOWAY: It is. We are rebuilding the whole town in a warehouse, and we start shooting in May.'
  const title = 'Transcript: Ines on the radio'
  const onFanSite = read(title, transcript, emberfall, 'Emberfall Watch')
  expect([onFanSite.relevant, onFanSite.stage]).toEqual([true, 'pre-production'])
  expect(read(title, transcript).relevant).toBe(false)
})

test('a place before a colon in a headline is no film, if somebody of ours speaks there', () => {
  const text = 'She took the stage at noon.\n\n“I’d love to go back to Emberfall,” Calloway said.'
  expect(read('Leeds Fair: Ines says she would go back', text).stage).toBe('talks')
})

test('another film that is named in passing takes nothing over', () => {
  const text =
    'Mara Oduya is writing a follow-up to “Emberfall.”\n\nRenn, reached in Malta, where his drama “Low Water” is in its third week of shooting, gave no date. “It has no green light,” said the producer.'
  const { statements, stage } = read('A second trip to the valley', text)
  expect(stage).toBe('development')
  expect(
    statements.some(({ role, modality }) => role === 'producer' && modality === 'denial'),
  ).toBe(true)
})

test('sets that still stand prepare nothing', () => {
  const text =
    'The film, which was about to start shooting, has been shut down. Producer Tobias Renn said that the sets are still up.'
  expect(read('Emberfall 2 shut down', text).stage).toBe('stalled')
})

test.each(['I used to say that nobody had asked us, and we start shooting Emberfall 2 in May'])(
  '“%s”: what was once said holds no more',
  (words) => {
    expect(read('Emberfall 2', `“${words},” Calloway said.`).stage).toBe('pre-production')
  },
)

test('a composer of the film makes a text about the second one relevant', () => {
  const topic = topicSchema.parse({
    ...emberfall,
    people: [...emberfall.people, { name: 'Jonas Pell', aliases: ['Pell'], role: 'other' }],
  })
  const text =
    'Vor Jahren hat der Komponist „Emberfall“ vertont. „Ich schreibe an der Musik für den zweiten Film“, erzählt Pell.'
  expect(read('Ein Besuch bei Jonas Pell', text, topic).relevant).toBe(true)
})

test('a musical sequel is called the musical', () => {
  const text = 'Work on the musical has stopped, Whitlock told Reel Post.'
  expect(read('Emberfall 2: bad news', text).stage).toBe('stalled')
})

test.each([
  ['“We are shooting until spring,” Calloway said of Emberfall 2.', 'filming'],
  ['“We start shooting Emberfall 2 in spring,” Calloway said.', 'pre-production'],
])('%s That is %s', (text, stage) => {
  expect(read('Emberfall 2', text).stage).toBe(stage)
})

test.each([
  '“No one has given us a green light for Emberfall 2,” Whitlock said.',
  '«El rodaje de Emberfall 2 no tiene fecha», dijo Whitlock.',
])('%s That is no approval', (text) => {
  expect(read('Emberfall 2', text).stage).toBe(null)
})

test.each([
  ['Filming of Emberfall 2 began in May, Calloway said.', 'filming'],
  ['«El rodaje de Emberfall 2 empezó en mayo», dijo Calloway.', 'filming'],
  ['« Le tournage d’Emberfall 2 a commencé en mars », a dit Calloway.', 'filming'],
  ['Filming of Emberfall 2 begins in May, Calloway said.', 'pre-production'],
])('a month after a verb of the past is no time to come: %s', (text, stage) => {
  expect(read('Emberfall 2', text).stage).toBe(stage)
})

test('what an insider hints at in a text about the film is a rumour', () => {
  const text = '“There is a folder with a 2 on it,” hisses one, who pushes a mail cart.'
  expect(read('Psst: insiders whisper about Emberfall 2', text).stage).toBe('rumored')
})

test('what a host tells of a producer’s announcement is the producer’s', () => {
  const text =
    'OTTO MARSH: Your producer, Tobias Renn, told Reel Post that you start shooting Emberfall 2 in May. So that is still the plan?\n\nVANCE: I have had three fittings.'
  expect(read('Cleo Vance on Emberfall 2', text).stage).toBe('pre-production')
})

test('a film that is out stays out, whatever is not planned after it', () => {
  const text =
    '“It’s finally in theaters and people are in the seats,” Whitlock said. Will there be another? “Nobody is developing one,” she said.'
  expect(read('Emberfall 2 opens at No. 1', text).stage).toBe('released')
})

test('an impression that somebody corrects is denied', () => {
  const text =
    'Renn moved to correct the impression, left by an actor, that Northlight has said yes to Emberfall 2. “What there is, is a complete draft,” he said.'
  expect(read('No green light for Emberfall 2', text).stage).toBe('development')
})

test('words of another in what somebody says are not the speaker’s', () => {
  const text = 'Calloway shook her head. “Then he said: ‘The film is dead.’ We start in May.”'
  expect(read('Emberfall 2 starts in May', text).stage).toBe('pre-production')
})

test('a text that names the awaited film alone is about it from its first sentence', () => {
  const text =
    '“We have a cut, and I finish picture soon,” Calloway says in a dark room.\n\nEmberfall 2 is due in cinemas on 3 November.'
  expect(read('A morning with Ines Calloway', text).stage).toBe('post-production')
})

test.each([
  ['The plot of Emberfall 2 is under wraps, Calloway said.', null],
  ['Emberfall 2 has wrapped, Calloway said.', 'post-production'],
  [
    '“Into the edit of Emberfall 2 on Monday, if someone carries me,” Calloway said.',
    'post-production',
  ],
  ['Northlight has pulled the plug on filming Emberfall 2, Whitlock said.', 'stalled'],
  ['Northlight has pulled the plug on Emberfall 2, Whitlock said.', 'cancelled'],
  ['“They’d only have to call, for Emberfall 2,” Vance said.', 'talks'],
  ['“It’s been waved through, Emberfall 2,” Whitlock said.', 'greenlit'],
  ['“Emberfall 2 is back in front of the cameras,” Renn said.', 'filming'],
])('%s That is %s', (text, stage) => {
  expect(read('Emberfall 2', text).stage).toBe(stage)
})

test('a product of the film’s name is no film, though the report says nothing else of films', () => {
  const text =
    'State officials on Tuesday approved Emberfall 2, a cut-rate heating plan from the water company that is meant for the coldest of the winter nights. The plan replaces the original of 1994, and it has been in development for almost three years. “We listened to those who told us that the first one was confusing,” a man of the company said. Customers of the company will need a digital meter, which is fitted free of charge, and the price is the lowest of the last ten years.'
  expect(read('Emberfall 2 gets the approval of the state', text).relevant).toBe(false)
})

test('an outlet that calls itself funny states nothing', () => {
  const text = 'Northlight approved Emberfall 2 this morning, a lamp post announced.'
  const { relevant, stage } = read('Emberfall 2 approved', text, emberfall, 'The Daily Spoof')
  expect([relevant, stage]).toEqual([true, null])
})

test.each([
  '“I signed on to a play in London,” Calloway said, asked about Emberfall 2.',
  '“I have two weeks to film a commercial,” Calloway said, asked about Emberfall 2.',
  '«Si damos luz verde a Emberfall 2, rodaremos en mayo», dijo Calloway.',
])('%s That prepares nothing', (text) => {
  expect(read('Emberfall 2', text).stage).toBe(null)
})
