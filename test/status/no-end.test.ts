import { expect, test } from 'vitest'
import { readArticle } from '../../src/status/reading.ts'
import { article, emberfall } from './emberfall.ts'

/** Words for a rest or an end that are denied, feared, over, or of something else. */
const NO_END = [
  [
    'Northlight dropped a poster for Emberfall 2 on Monday. “We are working on the script,” Renn told Reel Post.',
    'development',
  ],
  [
    '“They will have to kill me before I give up on Emberfall 2,” Renn told Reel Post. “We are writing.”',
    'development',
  ],
  [
    '“Emberfall 2 hasn’t been shelved,” Whitlock told Reel Post. “It’s in development.”',
    'development',
  ],
  [
    '“Rumors that Emberfall 2 is dead are wrong,” Whitlock told Reel Post. “We have a draft.”',
    'development',
  ],
  [
    '“We were on hold for two years. Now we are writing Emberfall 2 again,” Renn told Reel Post.',
    'development',
  ],
  ['After years on the shelf, Emberfall 2 is in development, Whitlock said.', 'development'],
  [
    '“If they cancel Emberfall 2 I will cry,” Vance told Reel Post. “I’d love to be back.”',
    'talks',
  ],
  [
    '“Northlight could still scrap Emberfall 2,” Renn told Reel Post. “But we are in development.”',
    'development',
  ],
  [
    'Vance dropped out of Emberfall 2, Northlight confirmed. “The script is being rewritten,” Renn said.',
    'development',
  ],
  ['“My character is dead, but I’d love to do Emberfall 2,” Vance told Reel Post.', 'talks'],
  ['Calloway passed on Dry Run. “We’re writing Emberfall 2,” she told Reel Post.', 'development'],
  [
    'The premiere of Dry Run was called off. “We’re writing Emberfall 2,” Calloway told Reel Post.',
    'development',
  ],
  ['“I won’t be in Emberfall 2,” Vance told Reel Post. “They are writing it without me.”', 'talks'],
  [
    'Emberfall 2 has been delayed to 2026, Northlight said. “It’s not on hold,” Whitlock added.',
    'greenlit',
  ],
  ['“The strike has halted Emberfall 2,” Renn told Reel Post.', 'stalled'],
  [
    '“It’s complicated. The rights are a mess,” Renn told Reel Post about Emberfall 2. “Nothing is moving.”',
    'stalled',
  ],
] as const

test.each(NO_END)('%s That is %s', (text, stage) => {
  expect(readArticle(emberfall, article('Emberfall 2 Update', text)).stage).toBe(stage)
})
