import { expect, test } from 'vitest'
import { quotedSpans } from '../../src/story/quote-marks.ts'

function quoted(...paragraphs: string[]): string[] {
  return quotedSpans(paragraphs).map(({ paragraph, start, end }) =>
    (paragraphs[paragraph] ?? '').slice(start, end),
  )
}

test('curly, straight, low, angled and single marks hold quotations', () => {
  expect(quoted('“One,” she said. "Two," he said.')).toEqual(['One,', 'Two,'])
  expect(quoted('„Drei“, sagte sie. «Cuatro», dijo. « Cinq », a-t-elle dit.')).toEqual([
    'Drei',
    'Cuatro',
    ' Cinq ',
  ])
  expect(quoted('‘Six,’ he says. ‘There’s a seventh,’ he adds.')).toEqual([
    'Six,',
    'There’s a seventh,',
  ])
})

test('an apostrophe opens and closes nothing', () => {
  expect(quoted("The studio's plan for '23 isn't news, and fans' letters won't help.")).toEqual([])
})

test('a quotation within a quotation belongs to the outer one', () => {
  expect(quoted('“He said ‘no’ twice,” she said.')).toEqual(['He said ‘no’ twice,'])
  expect(quoted('"He said, "It is fine." And it is!"')).toEqual([
    'He said, "It is fine." And it is!',
  ])
})

test('a quotation that runs over paragraphs is one that continues', () => {
  const spans = quotedSpans(['“First half.', '“Second half,” she said.'])
  expect(spans.map(({ continues }) => continues)).toEqual([false, true])
})
