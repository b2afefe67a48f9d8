import { expect, test } from 'vitest'
import { CALLOWAY, type Case, RENN, speakers, VANCE, WHITLOCK } from './speakers.ts'

const CASES: Case[] = [
  // what stands between name and verb
  ['an age', '“We talk about it,” Renn, 61, tells Reel Post.', [RENN]],
  [
    'an apposition',
    '“We talk about it,” Renn, who also produced Glass Harbor, said on Monday.',
    [RENN],
  ],
  [
    'a long apposition before',
    'Calloway, the Lisbon-born director of both Emberfall and Glass Harbor, said, “We would love to go back.”',
    [CALLOWAY],
  ],
  [
    'a title before a stranger',
    '“We want it this year,” Northlight film chief Maud Terrell told investors.',
    ['Maud Terrell'],
  ],
  [
    'a stranger by the last name later',
    '“We want it this year,” said film chief Maud Terrell.\n\n“But nothing is signed yet,” Terrell added.',
    ['Maud Terrell', 'Maud Terrell'],
  ],
  [
    'a possessive studio',
    'Northlight’s Maud Terrell sighed and said: “Nothing has been cancelled at all.”',
    ['Maud Terrell'],
  ],

  // posts, mails, statements
  ['a post', '“Day one of many,” Vance wrote on Instagram.', [VANCE]],
  ['a post before', 'Taking to Instagram, Vance wrote: “The boots still fit me.”', [VANCE]],
  ['a caption', 'Vance captioned the photo, “The boots still fit me very well.”', [VANCE]],
  ['a tweet that reads', 'Calloway’s tweet read: “I am writing it now, hush.”', [CALLOWAY]],
  ['an email', '“We hope to have news in spring,” Renn said by email.', [RENN]],
  ['a statement', 'In a statement, Renn said: “We hope to have news in spring.”', [RENN]],
  [
    'a joint statement',
    '“We hope to have news in spring,” Northlight said in a statement.',
    ['Northlight Pictures'],
  ],
  [
    'a filing',
    'Northlight has dropped it. The sequel “will not be produced or released,” according to the filing.',
    ['Northlight Pictures'],
  ],
  [
    'a memo of somebody',
    '“We are pausing everything on the slate,” Whitlock wrote in a memo to staff.',
    [WHITLOCK],
  ],
  [
    'a spokesperson',
    '“It is not on our schedule right now,” a Northlight spokesperson said.',
    ['studio'],
  ],

  // other forms of saying
  ['according to, after', '“It is a matter of when we do it,” according to Renn.', [RENN]],
  [
    'according to a role',
    'Renn came to Lisbon. It is “a matter of when we do it,” according to the producer.',
    [RENN],
  ],
  ['in the words of', 'In the words of Renn, “it is a matter of when.”', [RENN]],
  ['as X puts it', 'As Renn puts it, “it is a matter of when we do it.”', [RENN]],
  ['as X put it, after', '“It is a matter of when we do it,” as Renn put it.', [RENN]],
  ['is how X puts it', '“If Ines is free she will do it,” is how Renn puts it.', [RENN]],
  ['was X’s answer', '“Not this year, and not the next one,” was Renn’s answer.', [RENN]],
  ['X’s answer with a colon', 'Renn’s answer: “Not this year, and not the next one.”', [RENN]],
  [
    'his answer, a paragraph on',
    'A fan asked Renn what it would take. He thought about it for long. His answer:\n\n“If somebody rang me up, I would be there the same night.”',
    [RENN],
  ],
  [
    'asked, with a colon',
    'Vance, asked if she would be in it: “If they recast me I will haunt them.”',
    [VANCE],
  ],
  ['asked about it, X said', 'Asked about a sequel, Renn said: “We talk about it often.”', [RENN]],
  [
    'when asked, then a pronoun',
    'When she was asked about it, Vance laughed. “I kept the boots at home,” she said.',
    [VANCE],
  ],
  [
    'a nickname of the topic',
    '“We talk about it often,” Renn told the crowd, while Vance listened.',
    [RENN],
  ],
  ['a gesture', 'Renn shrugs. “It is a matter of when we do it.”', [RENN]],
  ['a gesture after', '“It is a matter of when we do it.” Renn shrugs.', [RENN]],
  ['name and colon', 'Renn: “It is a matter of when we do it.”', [RENN]],
  ['per', 'Per Renn, “it is a matter of when we do it.”', [RENN]],
  ['X had this to say', 'Renn had this to say about a sequel: “It is a matter of when.”', [RENN]],
  [
    'here is what X said',
    'Here is what Renn told us about the sequel:\n\n“It is a matter of when we do it.”',
    [RENN],
  ],
  [
    'the full quote, below',
    'Renn opened up about a sequel.\n\n“It is a matter of when we do it.”',
    [RENN],
  ],
  ['adding', 'Renn said he was keen, adding, “It is a matter of when we do it.”', [RENN]],
  [
    'before adding',
    'Renn laughed off the question before adding, “It is a matter of when we do it.”',
    [RENN],
  ],
  [
    'with X saying',
    'The wait goes on, with Renn saying “it is a matter of when we do it.”',
    [RENN],
  ],
  [
    'X continued',
    'Renn praised his cast.\n\n“It is a matter of when,” the producer continued.',
    [RENN],
  ],
]

test.each(CASES)('%s', (_form, text, expected) => {
  expect(speakers(text)).toEqual(expected)
})
