import { expect, test } from 'vitest'
import { CALLOWAY, type Case, RENN, speakers, VANCE, WHITLOCK } from './speakers.ts'

const ODUYA = 'Mara Oduya'

const CASES: Case[] = [
  // given names alone, straight single marks
  [
    'a given name alone',
    "Key bit: 'The drawing's finished,' Ines says. 'The picture is locked and we're mixing till October.' Locked! She says it 'opens in March, God help us all,' which I love.",
    [CALLOWAY, CALLOWAY, CALLOWAY],
  ],
  [
    'a given name beside somebody else’s',
    'Cleo, who split from model Carys Penhale last year, told the crowd she would put on the boots ‘in the car’.',
    [VANCE],
  ],
  [
    'a given name that another bears',
    'Presenter Ines Kowal was there. ‘We are all so very excited,’ Ines said.',
    ['Ines Kowal'],
  ],

  // the passive
  [
    'the passive, and who has said so',
    'The sequel has been left ‘lying on the seabed with the others’ because nobody would pay, the head of Northlight has said.\n\nDana Whitlock told Reel Post that she had tried.',
    [WHITLOCK],
  ],
  [
    'the passive, according to its producer',
    'The film was ‘put to bed with a hot-water bottle’ last year, according to its producer, Tobias Renn.',
    [RENN],
  ],
  [
    'described by',
    'A sequel has been described as ‘a matter of when, not if’ by producer Tobias Renn.',
    [RENN],
  ],

  // offices of people named elsewhere
  [
    'two nouns for one office',
    '"It\'s not on our schedule," Dana Whitlock tells Reel Post.\n\nSo where does that leave us? "Lying on the seabed," sighs the studio president. Sob!\n\n"Things come up," she adds.',
    [WHITLOCK, WHITLOCK, WHITLOCK],
  ],
  [
    'an office behind the studio’s name',
    'Dana Whitlock reached for the microphone. “That is the date,” said the Northlight chief executive. Calloway took it back. “That,” she said, “is a date.”',
    [WHITLOCK, CALLOWAY, CALLOWAY],
  ],
  [
    'a critic by name',
    'Critic Bess Holt called the first film “a bonfire of charm.”',
    ['Bess Holt'],
  ],

  // sentences behind a quotation that only credit it
  ['that from', '"It is a matter of when." That from Renn, in Lisbon.', [RENN]],
  ['again', '“I would go back tomorrow.” Vance again, on the radio.', [VANCE]],
  [
    'the speaker is',
    '“I would go back tomorrow.” The speaker is Cleo Vance, and the place is Lisbon.',
    [VANCE],
  ],
  ['the words of', '“I would go back tomorrow.” Those are the words of Cleo Vance.', [VANCE]],
  ['came from', '“It is a matter of when,” came the reply from Renn.', [RENN]],
  ['tells it', 'To hear Renn tell it, “it is a matter of when we do it.”', [RENN]],
  [
    'a list of credits',
    '"One more ride." Cleo Vance, Hall B, July 2015. It took a lot.\n\n"I handed in forty pages and I\'ve been sick since." Mara Oduya to Reel Post, in 2016, on a script that nobody filmed.\n\n"It\'s a delay, it\'s not a funeral." Ines Calloway, April 2018. Oh, Ines.\n\n"We\'re not going to make that picture." Dana Whitlock, that October. The worst day.\n\n"We\'re making it." Renn to Reel Post, 2023, and I had to pull over.',
    [VANCE, ODUYA, CALLOWAY, WHITLOCK, RENN],
  ],
  [
    'no credit but a sentence',
    '“It is a matter of when,” said Renn. “We talk.” Calloway, in Lisbon, agreed.',
    [RENN, RENN],
  ],

  // a colon, and whose it is
  [
    'a colon right behind marked words',
    'Reel Post has run a big interview with Mara Oduya, and near the end there\'s this, on Northlight boss Dana Whitlock, who told us it was "still cancelled": "I rang her up and read her page one. So we\'re talking."',
    [WHITLOCK, ODUYA],
  ],
  [
    'a colon after somebody else’s paragraph',
    '“We will make it,” said Dana Whitlock.\n\nInes Calloway answered with a picture of a shovel. And these words: “Tell them to dig.”',
    [WHITLOCK, CALLOWAY],
  ],
  [
    'he is no company',
    'Tobias Renn’s Northlight pried it loose in June. As he put it in October, “nobody has said go.”',
    [RENN],
  ],

  // interviews whose answers stand in marks
  [
    'who is asked about is not who answers',
    'Mara Oduya meets us in Rome, where the creator of Emberfall has a flat.\n\nIs there a sixth script?\n\n‘There are six, and one of them is a lie.’\n\nYou were known for a rule about coffee.\n\n‘Nobody could have any until I had laughed.’\n\nDoes Cleo Vance know?\n\n‘Cleo looks at the pile and doesn’t ask.’',
    [ODUYA, ODUYA, ODUYA],
  ],

  // two who speak in one sentence
  [
    'brackets behind names',
    'Vance (“I’m still fit”) and Renn (“She is fitter than me”) want it.',
    [VANCE, RENN],
  ],
  [
    'while somebody prefers',
    'Calloway calls the script “a house with no stairs,” while Renn prefers “a boat with no oars.”',
    [CALLOWAY, RENN],
  ],
  [
    'while somebody is only told of',
    'Calloway calls it “a house with no stairs,” and while Renn is “at sea with a leak” she waits.',
    [CALLOWAY, CALLOWAY],
  ],

  // a sentence of one word is no title
  ['one word', '“It is,” Renn told us on Friday, “a matter of when.”', [RENN, RENN]],
  [
    'one word to a question',
    '“So, will there be a second one?” asked the moderator. “Yes,” said Calloway.',
    ['other', CALLOWAY],
  ],
  ['a paragraph of two words', 'Renn grinned.\n\n“Ask Mara.”', [RENN]],
  [
    'a title whose comma stands inside',
    'Renn, who made the ghost story “Salt Wife,” said nothing.',
    [],
  ],
]

test.each(CASES)('%s', (_form, text, expected) => {
  expect(speakers(text)).toEqual(expected)
})
