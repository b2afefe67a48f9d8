import { expect, test } from 'vitest'
import { lensOf } from '../../src/story/lens.ts'
import { passageOf } from '../../src/story/passage.ts'
import { quotationsOf } from '../../src/story/quotations.ts'
import { emberfall } from '../status/emberfall.ts'

function speakers(...paragraphs: string[]): (string | null)[] {
  return quotationsOf(passageOf(lensOf(emberfall), paragraphs)).map(
    ({ speaker }) => speaker.name ?? speaker.role,
  )
}

test('a verb of saying beside a quotation names its speaker, before or after', () => {
  expect(speakers('“We are talking,” Calloway said.')).toEqual(['Ines Calloway'])
  expect(speakers('“We are talking,” said producer Tobias Renn.')).toEqual(['Tobias Renn'])
  expect(speakers('Renn told Reel Post: “We are talking.”')).toEqual(['Tobias Renn'])
  expect(speakers('According to Renn, “nothing is set yet.”')).toEqual(['Tobias Renn'])
})

test('a split quotation has one speaker', () => {
  expect(speakers('“We talk,” Renn told Reel Post. “We talk all the time.”')).toEqual([
    'Tobias Renn',
    'Tobias Renn',
  ])
})

test('a pronoun is who the sentence before was about', () => {
  expect(speakers('Cleo Vance was asked about it. “I hope so,” she said.')).toEqual(['Cleo Vance'])
  expect(
    speakers(
      'Whitlock left a door open. Renn and Calloway were keen, she said, adding: “We talk now and then.”',
    ),
  ).toEqual(['Dana Whitlock'])
})

test('a role means who was last named with it, or the only one who has it', () => {
  expect(speakers('“I have a new draft ready,” the director said.')).toEqual(['Ines Calloway'])
})

test('a studio is not who speaks for it', () => {
  expect(speakers('“We are thrilled about it,” Northlight president Dana Whitlock said.')).toEqual([
    'Dana Whitlock',
  ])
  expect(speakers('“We are thrilled about it,” Northlight said in a statement.')).toEqual([
    'Northlight Pictures',
  ])
})

test('a misspelt long name is still that person', () => {
  expect(speakers('“We are talking about it,” Callowey said.')).toEqual(['Ines Calloway'])
})

test('one who gives no name is an insider', () => {
  expect(speakers('“It is being talked about,” one insider tells us.')).toEqual(['insider'])
})

test('the title of a work in marks is no quotation', () => {
  expect(speakers('Calloway is finishing “Glass Harbor,” due in May.')).toEqual([])
})

test('German, Spanish and French forms name their speakers', () => {
  expect(speakers('„Wir arbeiten daran,“ so Renn.')).toEqual(['Tobias Renn'])
  expect(speakers('«Nos encantaría volver», dijo la directora Ines Calloway.')).toEqual([
    'Ines Calloway',
  ])
  expect(speakers('« Nous en parlons souvent », a déclaré Tobias Renn.')).toEqual(['Tobias Renn'])
})

test('any verb right beside a quotation will do', () => {
  expect(speakers('“We are talking,” deadpans Calloway.')).toEqual(['Ines Calloway'])
  expect(speakers('“We are talking,” Calloway, 57, murmurs into her cup.')).toEqual([
    'Ines Calloway',
  ])
  expect(speakers('“Nothing is set,” and Renn has gone home.')).toEqual([])
})

test('a pronoun is never somebody of the other sex', () => {
  expect(
    speakers('Cleo Vance was there. Tobias Renn was not. “I would love to go back,” she said.'),
  ).toEqual(['Cleo Vance'])
})

test('whom words in marks are of is not who said them', () => {
  expect(
    speakers(
      'Cleo Vance would return. The actor asked whether it fits what she called “the flattening” of the old Northlight studio, and at once added that she could not say.',
    ),
  ).toEqual(['Cleo Vance'])
})

test('a French pronoun stands behind its verb', () => {
  expect(speakers('Ines Calloway sourit. « On en parle souvent », dit-elle à Paris.')).toEqual([
    'Ines Calloway',
  ])
})

test('a Spanish verb needs no pronoun', () => {
  expect(speakers('Tobias Renn se ríe. «Lo hemos hablado», afirmó.')).toEqual(['Tobias Renn'])
})

test('an account on a social network is its owner’s', () => {
  expect(speakers('@tobiasrenn_official: “Day one of many, everybody.”')).toEqual(['Tobias Renn'])
})

test('one producer or another is not the film’s producer', () => {
  expect(speakers('“They have greenlit it already,” one rival producer said.')).toEqual(['other'])
})

test('who asks is not who answers', () => {
  expect(
    speakers('Cleo Vance was on the show. Host Benny Marsh asked about it. “I hope so, I do.”'),
  ).toEqual(['Cleo Vance'])
})
