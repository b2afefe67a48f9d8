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
  '“We’d be shooting Emberfall 2 by now if they’d let us,” Calloway told Reel Post.',
  '“Everybody thinks we’re filming Emberfall 2. We’re not,” Calloway told Reel Post.',
  '“We’re hoping to start shooting Emberfall 2 next year,” Renn told Reel Post.',
  '“Ideally we would roll in May,” Renn said of Emberfall 2.',
  '“We are aiming to shoot Emberfall 2 in the spring, if the script is right,” Renn told Reel Post.',
  '“The day they greenlight Emberfall 2, I’ll shave my head,” Renn told Reel Post.',
  '“They still have to greenlight Emberfall 2,” Renn told Reel Post.',
  '“Until the cheque is signed there is no Emberfall 2,” Renn told Reel Post.',
  '“We’re one signature away from a green light on Emberfall 2,” Renn told Reel Post.',
  '“We’re this close to a go on Emberfall 2,” Renn told Reel Post.',
  '“We had a start date for Emberfall 2. Then the studio was sold,” Renn told Reel Post.',
  '“We were in pre-production on Emberfall 2 when they pulled the plug,” Renn told Reel Post.',
  '“We’d built sets for Emberfall 2,” Renn told Reel Post. “They burned them.”',
  '“Had they greenlit Emberfall 2 in 2019, it would be out now,” Renn told Reel Post.',
  '“It’s not as if Emberfall 2 has a release date,” Renn told Reel Post.',
  '“People keep telling me Emberfall 2 is greenlit,” Renn told Reel Post.',
  '“I saw a headline saying Emberfall 2 starts shooting in May,” Renn told Reel Post.',
  '“The sequel to Glass Harbor is greenlit. Emberfall 2? We’ll see,” Whitlock told Reel Post.',
  '“Glass Harbor starts in May. Then we’ll talk about Emberfall 2,” Whitlock told Reel Post.',
  'Northlight is developing Emberfall 2 and has greenlit Dry Run, Whitlock said.',
  'Northlight has greenlit Dry Run and is developing Emberfall 2, Whitlock said.',
  'Calloway, who is shooting Dry Run in Spain, said she is writing Emberfall 2.',
  'Calloway wrapped Dry Run on Friday. “Now it’s on to Emberfall 2,” she told Reel Post.',
  '“We’re in the edit on Dry Run. Emberfall 2 is next,” Calloway told Reel Post.',
  '“The budget has been approved for the script stage of Emberfall 2,” Whitlock told Reel Post.',
  '“Emberfall 2 is on our slate for development,” Whitlock told Reel Post.',
  '“We’ve announced that we’re developing Emberfall 2,” Whitlock told Reel Post.',
  '“I can confirm that a sequel to Emberfall is in early development,” Whitlock told Reel Post.',
  '“Emberfall 2 was announced too early,” Whitlock told Reel Post. “There’s only an outline.”',
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

/** What a headline, a whisper or a riddle alone would have it be. */
const HEADLINED = [
  [
    'Emberfall 2 Is Greenlit, Says Insider',
    '“Emberfall 2 is greenlit,” a person close to the studio said. Northlight declined to comment.',
  ],
  [
    'Emberfall 2 Starts Filming Monday',
    'Emberfall 2 starts filming on Monday, we can reveal. “I love Emberfall,” Renn told Reel Post last year.',
  ],
  [
    'Emberfall 2 Starts Filming Monday',
    'Emberfall 2 started filming on Monday, a fan account claims. “I love that world,” Renn told Reel Post.',
  ],
  [
    'Northlight Greenlights Emberfall 2',
    'Northlight has greenlit Emberfall 2! In a chat with Reel Post, Renn said: “I love that world and I miss the soup.”',
  ],
  [
    'Emberfall 2 Has Wrapped',
    'On Friday Emberfall 2 wrapped, according to an Instagram story. “What a ride,” Calloway wrote.',
  ],
  [
    'Emberfall Anniversary',
    '“When we got the green light in 2015, we had nothing,” Renn told Reel Post. “And Emberfall 2 would be the same.”',
  ],
  [
    'Emberfall Anniversary',
    '“We shot it in forty days. Emberfall 2 would take longer,” Calloway told Reel Post.',
  ],
] as const

test.each(HEADLINED)('“%s”: %s That is no approval either', (title, text) => {
  const { stage } = readArticle(emberfall, article(title, text))
  expect(stage !== null && isGreenlitOrBeyond(stage)).toBe(false)
})
