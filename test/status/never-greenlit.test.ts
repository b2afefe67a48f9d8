import { expect, test } from 'vitest'
import { isGreenlitOrBeyond } from '../../src/stage.ts'
import { readArticle } from '../../src/status/reading.ts'
import { article, emberfall } from './emberfall.ts'

/** What people say on record around approval and shooting that is neither. */
const NOT_SAID = [
  '“We have not been greenlit,” Renn told Reel Post about Emberfall 2.',
  '“Is it greenlit? No,” Renn told Reel Post about Emberfall 2.',
  '“Once it’s greenlit, we’ll start casting,” Renn told Reel Post about Emberfall 2.',
  '“Let’s say it’s greenlit tomorrow. You’d still need two years,” Renn said of Emberfall 2.',
  '“I think it’ll be greenlit by the end of the year,” Renn told Reel Post about Emberfall 2.',
  '“The studio is close to greenlighting Emberfall 2,” Renn told Reel Post.',
  '“We almost had a green light on Emberfall 2 last year,” Renn told Reel Post.',
  '“We’re waiting for the green light on Emberfall 2,” Renn told Reel Post.',
  'Calloway told Reel Post she hopes Emberfall 2 gets a green light.',
  '“We’re trying to get Emberfall 2 greenlit,” Renn told Reel Post.',
  '“Everyone asks when we start filming Emberfall 2,” Calloway told Reel Post.',
  '“It takes a village to get a film like Emberfall 2 greenlit,” Renn told Reel Post.',
  '“The anime is greenlit, Emberfall 2 isn’t,” Whitlock told Reel Post.',
  '“Northlight should greenlight Emberfall 2,” Calloway told Reel Post.',
  '“I read that Emberfall 2 was greenlit, which was news to me,” Renn told Reel Post.',
  '“It has a greenlight to continue developing,” Renn said of Emberfall 2.',
  '“It’s definitely happening,” Calloway told Reel Post about Emberfall 2.',
  '“We start filming Emberfall 2 on Monday,” Renn joked.',
  '“We would start shooting Emberfall 2 in Ireland, if they let us,” Renn told Reel Post.',
  '“We were going to shoot Emberfall 2 in 2019,” Renn told Reel Post.',
  '“I’ve been shooting commercials while we wait,” Calloway said of Emberfall 2.',
  '“When we were filming the first one, we planned a second,” Renn said of Emberfall 2.',
  '“A sequel takes two years once the cameras are rolling,” Renn said of Emberfall 2.',
  '“Production began in 2015 and we wrapped by June 2016,” Renn said of Emberfall.',
  '“They’ve greenlit Glass Harbor 2. Then maybe Emberfall 2,” Calloway told Reel Post.',
  'Calloway is in Spain for Dry Run. “We’re three weeks into shooting,” she told Reel Post. She also hopes for Emberfall 2.',
  'Glass Harbor has wrapped, Calloway told Reel Post. As for Emberfall 2, “we have an outline,” she said.',
  'Northlight has greenlit Emberfall: Origins, a prequel series, Whitlock said. Emberfall 2 was not mentioned.',
  'Tobias Renn ha confirmado a Reel Post que Emberfall 2 ya tiene guion.',
  'Tobias Renn hat gegenüber Reel Post bestätigt, dass an Emberfall 2 gearbeitet wird.',
  'Tobias Renn a confirmé à Reel Post que le scénario d’Emberfall 2 est écrit.',
  'Renn has officially confirmed that Emberfall 2 has a script.',
  'Whitlock approved the script of Emberfall 2, Renn said.',
  'Northlight approved a rewrite of Emberfall 2, Renn said.',
  'Northlight ordered a new draft of Emberfall 2, Renn said.',
  'Northlight gave Oduya the go-ahead to write Emberfall 2, Renn said.',
  '“We got the green light to hire a writer,” Renn told Reel Post about Emberfall 2.',
  '“We signed a deal with Oduya,” Whitlock told Reel Post about Emberfall 2.',
  '“The answer is not yes yet,” Whitlock told Reel Post about Emberfall 2.',
  '“We have a release date in mind,” Renn told Reel Post about Emberfall 2.',
  '“On the first one we had forty days down and thirty to go,” Renn said of Emberfall 2.',
  '“I was on set with Vance for her new show,” Renn told Reel Post about Emberfall 2.',
  '« De là à parler de feu vert pour Emberfall 2, il y a un pas », a dit Whitlock.',
  'Renn denied that Emberfall 2 has been greenlit.',
  'Renn dismissed reports that Emberfall 2 starts shooting in May.',
  'Whitlock stopped short of greenlighting Emberfall 2.',
  'Fans asked Northlight to greenlight Emberfall 2, Whitlock said.',
  'Emberfall 2 has been greenlit and starts shooting in May.',
  'Emberfall 2 has been greenlit, an insider tells us.',
  '“Emberfall 2 is greenlit,” Cleo Vance told Reel Post.',
]

test.each(NOT_SAID)('%s That is no approval', (text) => {
  const { stage } = readArticle(emberfall, article('Emberfall 2 Update', text))
  expect(stage !== null && isGreenlitOrBeyond(stage)).toBe(false)
})

test.each([
  ['“Emberfall 2 has been greenlit,” Whitlock told Reel Post.', 'greenlit'],
  ['Northlight has greenlit Emberfall 2, the studio announced.', 'greenlit'],
  ['Emberfall 2 will open on May 16, 2025, Northlight announced.', 'greenlit'],
  ['“We start shooting Emberfall 2 in May,” Renn told Reel Post.', 'pre-production'],
  ['“Cameras are rolling on Emberfall 2,” Calloway told Reel Post.', 'filming'],
  ['“We have wrapped Emberfall 2,” Calloway told Reel Post.', 'post-production'],
])('%s That is %s', (text, stage) => {
  expect(readArticle(emberfall, article('Emberfall 2 Update', text)).stage).toBe(stage)
})
