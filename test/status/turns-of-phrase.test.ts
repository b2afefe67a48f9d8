import { expect, test } from 'vitest'
import type { Stage } from '../../src/stage.ts'
import { readArticle } from '../../src/status/reading.ts'
import { article, emberfall } from './emberfall.ts'

/** How makers put it when they do not use the trade's words, and what it supports. */
const TURNS: [words: string, stage: Stage | null][] = [
  ['My bags are packed, they only have to call', 'talks'],
  ['There’s more story to tell', 'talks'],
  ['I keep asking for a second one', 'talks'],
  ['It comes up every time we meet', 'talks'],
  ['We’ve kicked it around over dinner', 'talks'],
  ['I have an idea for a second one', 'talks'],
  ['They know where to find me', 'talks'],
  ['I would give a finger to shoot out there again', 'talks'],
  ['I’ve got an itch', 'talks'],
  ['We have a writer', 'development'],
  ['Pages are coming in', 'development'],
  ['She is putting pen to paper', 'development'],
  ['She’s on page forty', 'development'],
  ['There’s a beat sheet on the wall', 'development'],
  ['She’s polishing the second draft', 'development'],
  ['We’re in the early stages', 'development'],
  ['We’ve begun', 'development'],
  ['It’s a full yes', 'greenlit'],
  ['The answer is yes', 'greenlit'],
  ['The cheque is signed', 'greenlit'],
  ['It’s fully financed', 'greenlit'],
  ['We gave it the nod', 'greenlit'],
  ['The board voted for it', 'greenlit'],
  ['We’re making the film', 'development'],
  ['We roll in May', 'pre-production'],
  ['We are doing camera tests', 'pre-production'],
  ['The table read is on Friday', 'pre-production'],
  ['Costume fittings began on Monday', 'pre-production'],
  ['Rehearsals are under way', 'pre-production'],
  ['We leave for the location recce tomorrow', 'pre-production'],
  ['We turned over this morning', 'filming'],
  ['Forty days down and thirty to go', 'filming'],
  ['We’re on the floor in Lisbon', 'filming'],
  ['We are on night shoots', 'filming'],
  ['I’m on set today', 'filming'],
  ['I watched the first assembly', 'post-production'],
  ['We start the mix on Monday', 'post-production'],
  ['The picture is locked', 'post-production'],
  ['We’re recording the score', 'post-production'],
  ['Pencils are down', 'stalled'],
  ['We’ve stopped writing', 'stalled'],
  ['It is asleep', 'stalled'],
  ['It’s in my attic', 'stalled'],
  ['We’ve put it to one side', 'stalled'],
  ['It’s off the table', 'cancelled'],
  ['They’ve buried it', 'cancelled'],
  ['It died in March', 'cancelled'],
  ['There won’t be a second one', 'cancelled'],
  ['That ship has sailed', 'cancelled'],
  ['We looked hard at it and we are not making it. The file’s closed', 'cancelled'],
  ['We’ve closed the book on it', 'cancelled'],
  ['My phone hasn’t rung', null],
  ['Ten of them and you start mixing up the funerals', null],
  ['I haven’t heard a thing', null],
  ['Not a word of it is true', null],
  ['First I’ve heard of it', null],
]

test.each(TURNS)('“%s”, a producer says: that is %s', (words, stage) => {
  const text = `“${words},” Renn told Reel Post about Emberfall 2.`
  expect(readArticle(emberfall, article('Emberfall 2 Update', text)).stage).toBe(stage)
})
