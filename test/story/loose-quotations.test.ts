import { expect, test } from 'vitest'
import { CALLOWAY, type Case, RENN, speakers, VANCE, WHITLOCK } from './speakers.ts'

const CASES: Case[] = [
  ['titles', '‘It is what it is, my dear,’ Ms Calloway told the Gazette.', [CALLOWAY]],
  ['sir', '“It will get made one day,” Sir Tobias Renn insisted.', [RENN]],
  ['said X colon', 'Said Renn: “It is a matter of when we do it.”', [RENN]],
  ['says X comma', 'Says Calloway, “It is a matter of when we do it.”', [CALLOWAY]],
  ['dash attribution', '“It is a matter of when we do it.” — Tobias Renn, producer', [RENN]],
  ['that was X', '“It is a matter of when we do it.” That was Renn in March.', [RENN]],
  [
    'after a pause',
    '“I would,” Calloway said, and then, after a pause, “but nobody has asked me to.”',
    [CALLOWAY, CALLOWAY],
  ],
  ['blunt', 'Renn was blunt. “It is not going to happen this year.”', [RENN]],
  ['for her part', 'Vance, for her part, is ready: “I kept the boots at home.”', [VANCE]],
  ['take?', 'Calloway’s take? “It is a matter of when we do it.”', [CALLOWAY]],
  ['from X', 'This from Renn: “It is a matter of when we do it.”', [RENN]],
  ['X again', 'Renn again: “It is a matter of when we do it.”', [RENN]],
  ['verdict from', 'The verdict from Renn: “It is a matter of when we do it.”', [RENN]],
  [
    'native',
    'Calloway sat down with us. “It is a matter of when,” the Lisbon native said.',
    [CALLOWAY],
  ],
  [
    'tells me',
    'Oduya made coffee. “There are pages,” she tells me, “and they are not bad.”',
    ['Mara Oduya', 'Mara Oduya'],
  ],
  ['goes', 'Renn laughs at that. “We talk about it,” he goes.', [RENN]],
  [
    'partials',
    'Renn said the film is “very much alive” and that he would “never say never.”',
    [RENN, RENN],
  ],
  [
    'while',
    'While Renn called it “a matter of when,” Calloway was cooler: “I would need a script.”',
    [RENN, CALLOWAY],
  ],
  [
    'according to possessive',
    '“It is a matter of when we do it,” according to Northlight’s Dana Whitlock.',
    [WHITLOCK],
  ],
  [
    'told plus that',
    'Renn told Reel Post that he was keen. “We talk about it,” he said, before adding that “nothing is signed.”',
    [RENN, RENN],
  ],
  [
    'crowd',
    'Somebody in the crowd shouted “Emberfall 2!” and Vance shouted back, “Ask Tobias!”',
    [VANCE],
  ],
  [
    'stranger agent',
    '“Cleo would do it for nothing, and I would let her,” said her agent, Bea Lindley.',
    ['Bea Lindley'],
  ],
  [
    'who said',
    'The idea came from Oduya, who said: “There is a well under the well.”',
    ['Mara Oduya'],
  ],
  ['whom', 'Nobody is keener than Vance, who told the crowd, “I kept the boots.”', [VANCE]],
  ['note', 'The note, signed by Renn, reads: “We are not going anywhere.”', [RENN]],
  [
    'radio',
    'Speaking on the radio, Calloway was asked whether there was a script. “There are pages,” she replied.',
    [CALLOWAY],
  ],
  ['asked by', 'Asked by Reel Post whether he would return, Renn said, “Tomorrow.”', [RENN]],
  [
    'colon paragraph',
    'Asked about it, Vance did not hesitate:\n\n“I would do it tomorrow, for free.”',
    [VANCE],
  ],
  [
    'more paragraphs',
    'Whitlock told investors the studio likes what it has.\n\n“We like the script,” she said.\n\n“But we like our money too.”\n\n“Ask me again in May.”',
    [WHITLOCK, WHITLOCK, WHITLOCK],
  ],
  [
    'other in between',
    '“We like the script,” Whitlock said.\n\nCalloway has been busy with Glass Harbor.\n\n“But we like our money too,” the executive added.',
    [WHITLOCK, WHITLOCK],
  ],
  [
    'subject moves',
    'Renn spoke first. “We talk.”\n\nThen it was Calloway’s turn. “We do more than talk.”',
    [RENN, CALLOWAY],
  ],
  ['turned to', 'The moderator turned to Calloway. “There are pages,” she said.', [CALLOWAY]],
  [
    'quote of a quote',
    'Renn recalls what Calloway told him: “Never go back without a script.”',
    [CALLOWAY],
  ],
  ['adverb', '“We talk about it,” Renn says quietly. “That is all.”', [RENN, RENN]],
  ['x of y', '“We talk about it,” says Dana Whitlock of Northlight.', [WHITLOCK]],
  ['source of', '“It is a go,” says a person close to Renn.', ['insider']],
  ['tipster', '“It is a go,” our mole at Northlight whispers.', ['insider']],
  [
    'spokesman for',
    '“It is not on our schedule right now,” said a spokesman for Renn.',
    ['studio'],
  ],
  [
    'a leading name before a pronoun',
    'Renn had hope to offer: “We will get there in the end,” said the 61-year-old.',
    [RENN],
  ],
  [
    'a stranger takes over',
    'Oduya would not be drawn.\n\nCouncillor Bob Hartnell hopes they come back. “It burned down one shed,” he says.',
    ['Bob Hartnell'],
  ],
  [
    'who has read it',
    'A person who has read the script described it as “bigger, wetter and sadder.”',
    ['insider'],
  ],
]

test.each(CASES)('%s', (_form, text, expected) => {
  expect(speakers(text)).toEqual(expected)
})
