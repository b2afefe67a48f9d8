import type { Token } from '../story/tokens.ts'

/** "Shoots down talk that it was scrapped": what is talked of is denied, however long it is. */
export function isRefuted(before: Token[]): boolean {
  return before.some(({ word }, i) => REFUTING.has(word) && isOfHearsay(before, i))
}

const REFUTING = new Set(
  `bats beats contradicted contradicts correct corrected corrects counters countered damps dampens debunks debunked denied denies denying dismissed dismisses dispel dispelled dispelling dispels disputes knocked knocks played playing plays pours poured quashed quashes quells rebuffs rebuts
  refuted refutes rejected rejects rubbishes scotches shoots shot shooting slaps swats`.split(
    /\s+/,
  ),
)
const HEARSAY = new Set(
  `talk belief buzz chatter gossip hype idea impression perception whispers report reports rumor rumors rumour rumours claim claims speculation
  suggestion suggestions stories notion`.split(/\s+/),
)
const REACH = 4 // words: "shoots down all that talk"

function isOfHearsay(before: Token[], i: number): boolean {
  return before.slice(i + 1, i + 1 + REACH).some(({ word }) => HEARSAY.has(word))
}
