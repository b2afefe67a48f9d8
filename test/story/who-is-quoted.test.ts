import { expect, test } from 'vitest'
import { CALLOWAY, type Case, RENN, speakers, VANCE, WHITLOCK } from './speakers.ts'

const CASES: Case[] = [
  // whose answer it is
  [
    'an answer of hers after others',
    'Cleo Vance stayed in character.\n\nThe director’s answer comes after a breath. “I keep wondering where she would ride to,” she says.',
    [CALLOWAY],
  ],
  [
    'an office that is another’s',
    'President of the jury of Vierzon, the American Ines Calloway sees three films a day. “We talk about it often,” she says.',
    [CALLOWAY],
  ],
  [
    'fans are not he',
    'Renn is selling his ranch. Among his reasons is one that fans will read twice.\n\nIt is far away, he told Reel Post, “and on the new films I will be in Austin.”',
    [RENN],
  ],
  [
    'another clause follows',
    'Renn has said that he and Vance always talk about how “we would love to do another one”; he told Reel Post.',
    [RENN],
  ],
  // who is not the speaker
  [
    'the host asks',
    'But host Benny Orcutt, who is only human, eventually asked Vance about it.\n\n“I would play her until my last breath.”',
    [VANCE],
  ],
  [
    'the host asks, interviewee before',
    'Vance came by on Monday. Host Benny Orcutt eventually asked about the sequel.\n\n“I would play her until my last breath.”',
    [VANCE],
  ],
  [
    'somebody named in the quotation',
    '“Cleo Vance was wonderful from day one,” Renn said.',
    [RENN],
  ],
  ['spoken to', 'Renn told Calloway, “We should go back there one day.”', [RENN]],

  // pronoun chains and nouns
  [
    'pronoun over paragraphs',
    'Renn met us in Lisbon.\n\n“We talk about it often,” he said.\n\n“It is a matter of when,” he added.',
    [RENN, RENN],
  ],
  [
    'the filmmaker',
    'Calloway met us in Lisbon. “We talk about it often,” the filmmaker said.',
    [CALLOWAY],
  ],
  ['the actress', 'Vance met us in Lisbon. “We talk about it often,” the actress said.', [VANCE]],
  ['the exec', 'Whitlock took the stage. “We talk about it often,” the exec said.', [WHITLOCK]],
  [
    'the star of the film',
    'Vance was there too. “We talk about it often,” the Emberfall star said.',
    [VANCE],
  ],
  [
    'the YouTuber',
    'On Monday scooper Danny Pott went live. “Two people tell me that it is a go,” the YouTuber said.',
    ['Danny Pott'],
  ],

  // split, long and nested
  [
    'split over a sentence',
    '“We talk,” said Renn, who was in Lisbon, “but nothing is signed.”',
    [RENN, RENN],
  ],
  [
    'two paragraphs',
    '“We talk about it,” Renn said. “It is a matter of when.\n\n“And of who pays for it all.”',
    [RENN, RENN, RENN],
  ],
  ['nested', '“She said, ‘Do not make it bad,’ and I will not,” Renn recalled.', [RENN]],
  ['brackets', '“[Ines] and I talk about it … all the time,” Renn said.', [RENN]],
  ['single marks', '‘We talk about it all the time,’ Renn said.', [RENN]],

  // interviews in print
  [
    'initials',
    'We rang Tobias Renn.\n\nREEL POST: Would you?\n\nTR: I would love to do a second one.',
    [RENN],
  ],
  [
    'Q and A',
    'We rang Tobias Renn in Lisbon.\n\nQ: Would you?\n\nA: I would love to do a second one.\n\nQ: When?\n\nA: When they ring me.',
    [RENN, RENN],
  ],
  ['capitals', 'REEL POST: Would you?\n\nRENN: I would love to do a second one.', [RENN]],
  [
    'an answer of two paragraphs',
    'REEL POST: Would you?\n\nRENN: I would love to do a second one.\n\nBut I am not the one who pays for it.\n\nREEL POST: Who is?\n\nRENN: Ask the studio about that.',
    [RENN, RENN, RENN],
  ],
]

test.each(CASES)('%s', (_form, text, expected) => {
  expect(speakers(text)).toEqual(expected)
})

const NONE: [form: string, text: string][] = [
  ['irony', 'So much for the “confirmed” sequel that the internet was sold.'],
  ['a title', 'Renn is busy with “Glass Harbor” until May.'],
  ['a title with a verb beside it', 'Renn said “Glass Harbor” would come first.'],
  ['a label', 'The picture, filed under “discontinued content,” is gone.'],
  ['a sign', 'A fan held up a sign: “WE WANT EMBERFALL 2”.'],
  ['nobody’s phrase', 'They call it “development hell” for a reason.'],
]

test.each(NONE)('%s is nobody’s quotation', (_form, text) => {
  expect(speakers(text)).toEqual([])
})
