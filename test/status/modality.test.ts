import { expect, test } from 'vitest'
import { cuesIn } from '../../src/status/cues.ts'
import { plainOf, tokensOf } from '../../src/story/tokens.ts'

/** Stage and modality of the first cue. */
function read(sentence: string): string {
  const cue = cuesIn(tokensOf(plainOf(sentence)), sentence.endsWith('?'))[0]
  return cue ? `${cue.modality} of ${cue.stage}` : 'nothing'
}

test.each([
  ['Nobody has greenlit the sequel', 'denial of greenlit'],
  ['The sequel has yet to be greenlit', 'denial of greenlit'],
  ['The sequel isn’t just greenlit', 'fact of greenlit'],
  ['Is the sequel greenlit?', 'question of greenlit'],
  ['He asked whether it was greenlit', 'question of greenlit'],
  ['If it were greenlit, she would come', 'conditional of greenlit'],
  ['They could be greenlit', 'conditional of greenlit'],
  ['It was reportedly greenlit', 'rumor of greenlit'],
  ['I read that it was greenlit', 'rumor of greenlit'],
  ['It will be greenlit', 'conditional of greenlit'],
  ['I think it was greenlit', 'conditional of greenlit'],
  ['Once it is greenlit, she will come', 'conditional of greenlit'],
  ['She stopped short of greenlighting it', 'denial of greenlit'],
  ['They will start filming in May', 'plan of pre-production'],
  ['I have been shooting commercials', 'nothing'],
  ['They hope that it will be greenlit', 'wish of talks'],
  ['They need somebody to greenlight it', 'conditional of greenlit'],
  ['It has a greenlight to continue developing', 'fact of development'],
  ['It has not been cancelled', 'denial of cancelled'],
  ['It is out of development hell', 'denial of stalled'],
  ['Die Fortsetzung hat noch kein grünes Licht', 'denial of greenlit'],
  ['La secuela no está cancelada', 'denial of cancelled'],
  ['Had it not been cancelled, it would be out', 'fact of cancelled'],
  ['Si no hubiera sido cancelada, ya estaría aquí', 'fact of cancelled'],
  ['If it is not cancelled, she will come', 'denial of cancelled'],
])('%s: %s', (sentence, reading) => {
  expect(read(sentence)).toBe(reading)
})
