import { expect, test } from 'vitest'
import { CALLOWAY, type Case, RENN, speakers, VANCE } from './speakers.ts'

const CASES: Case[] = [
  [
    'embed',
    'The boots still fit. See you in Kent. — Cleo Vance (@cleovance) March 4, 2022',
    [VANCE],
  ],
  [
    'embed marks',
    '“The boots still fit me. See you in Kent.” — Cleo Vance (@cleovance) March 4, 2022',
    [VANCE],
  ],
  [
    'stage directions',
    'REEL POST: Would you?\n\nVANCE (laughing): Oh, I would love to do it again.',
    [VANCE],
  ],
  [
    'time codes',
    '[00:14:03] REEL POST: Would you?\n\n[00:14:09] RENN: I would love to do it again.',
    [RENN],
  ],
  ['markdown', '**REEL POST:** Would you?\n\n**RENN:** I would love to do it again.', [RENN]],
  [
    'el pais',
    'Tobias Renn recibe a Reel Post en Lisboa.\n\nP. ¿Habrá secuela?\n\nR. Ojalá, yo la haría mañana.',
    [RENN],
  ],
  [
    'pregunta',
    'Ines Calloway recibe a Reel Post.\n\nPregunta: ¿Habrá secuela?\n\nRespuesta: Ojalá, yo la haría mañana.',
    [CALLOWAY],
  ],
  [
    'frage',
    'Tobias Renn im Interview.\n\nFrage: Kommt eine Fortsetzung?\n\nAntwort: Wir reden darüber.',
    [RENN],
  ],
  [
    'bold questions',
    'We met Tobias Renn in Lisbon.\n\nWould you make another one?\n\nI would love to. We talk about it all the time.\n\nWhat would it take?\n\nI need somebody who pays for it.',
    [RENN, RENN],
  ],
]

test.each(CASES)('%s', (_form, text, expected) => {
  expect(speakers(text)).toEqual(expected)
})
