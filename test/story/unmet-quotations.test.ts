import { expect, test } from 'vitest'
import { CALLOWAY, type Case, RENN, speakers, VANCE, WHITLOCK } from './speakers.ts'

const CASES: Case[] = [
  [
    'a report by a fan site is not who speaks',
    'Vance was there. According to a report by fan site Argo Deck, the director said: “I’d love to go back.”',
    [CALLOWAY],
  ],
  [
    'he, after his own words in the same sentence',
    'The star is resting.\n\nVance will not sing. Producer Tobias Renn told the trade that there is “no new date at all” although he insists it “has not been cancelled yet”.',
    [RENN, RENN],
  ],
  [
    'an office of many words between verb and name',
    '« Nous ne tournons pas », a fait savoir à l’agence Meridian la présidente de la production de Northlight Pictures, Dana Whitlock.',
    [WHITLOCK],
  ],
  [
    'the same in Italian',
    '«Non si gira», ha fatto sapere al settimanale la presidente della produzione di Northlight Pictures, Dana Whitlock.',
    [WHITLOCK],
  ],
  [
    'the same in German',
    '„Wir drehen nicht“, ließ die Chefin der Produktion von Northlight Pictures, Dana Whitlock, wissen.',
    [WHITLOCK],
  ],
  ['a verb of comment', '« On verra », commenta Cleo Vance.', [VANCE]],
]

test.each(CASES)('%s', (_, text, expected) => {
  expect(speakers(text)).toEqual(expected)
})
