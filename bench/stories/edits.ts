import type { Piece } from './corpus.ts'
import { pick, type Random, upTo } from './random.ts'

/** How a copy was made, and the copy. */
export type Copy = { edit: string; piece: Piece }

type Edit = (paragraphs: string[], share: number, random: Random) => string[]

/** What outlets do to a text that they take over; `share` is how much of its words changes. */
const EDITS: Record<string, Edit> = {
  'words replaced': (text, share, random) =>
    eachWord(text, (word) => (random() < share ? pick(random, SPARE) : word)),
  'words added': (text, share, random) =>
    eachWord(text, (word) => (random() < share ? `${word} ${pick(random, SPARE)}` : word)),
  'words cut': (text, share, random) => eachWord(text, (word) => (random() < share ? '' : word)),
  'words of all three': (text, share, random) =>
    eachWord(text, (word) => {
      if (random() >= share) return word
      return pick(random, ['', pick(random, SPARE), `${word} ${pick(random, SPARE)}`])
    }),
  'sentences cut': (text, share, random) => withoutSentences(text, share, random),
  'end cut': (text, share) => firstWords(text, Math.ceil(wordsIn(text) * (1 - share))),
  'boilerplate added': (text, share, random) => [
    ...text,
    ...(share > 0 ? [spareWords(random, Math.floor(wordsIn(text) * share))] : []),
  ],
  'paragraphs swapped': (text, share, random) =>
    swapped(
      eachWord(text, (word) => (random() < share / 2 ? pick(random, SPARE) : word)),
      random,
    ),
}

const SPARE =
  `actually again almost although always announced another anyway apparently around article
  away before better between brand came coming company completely could currently daily detail early
  either enough entirely every exactly few finally first following former friday further given going
  great happened hardly having however huge immediately indeed instead interesting just known largely
  lately later latest likely little long made mainly major many maybe meanwhile moment monday mostly
  much nearly never next nothing now often once only others outlet over overall perhaps piece point
  possibly previously probably publication quite rather reader really recently remain reportedly
  revealed right several simply since site slightly something soon source still story such sure
  surely thing this though today together told tomorrow truly under update usually very wait week
  whole wire within without writer yesterday yet`.split(/\s+/)

const HEADLINES = ['What We Know So Far', 'Here Is the Latest', 'Everything That Was Said']

/** A copy of a piece at another outlet, a day later, under another headline, for every edit. */
export function copiesOf(piece: Piece, share: number, random: Random): Copy[] {
  return Object.entries(EDITS).map(([edit, apply], i) => ({
    edit,
    piece: {
      id: `${piece.id}/${edit}/${share}`,
      outlet: `Copyist ${i}`,
      title: `${piece.title.split(' ').slice(0, 4).join(' ')}: ${pick(random, HEADLINES)}`,
      published: new Date(Date.parse(piece.published) + (1 + i) * 3_600_000).toISOString(),
      paragraphs: apply(piece.paragraphs, share, random).filter((text) => text.trim() !== ''),
    },
  }))
}

function eachWord(paragraphs: string[], change: (word: string) => string): string[] {
  return paragraphs.map((text) => text.split(/\s+/).map(change).filter(Boolean).join(' '))
}

/** Whole sentences go, until as many words are gone as the share allows and no more. */
function withoutSentences(paragraphs: string[], share: number, random: Random): string[] {
  let left = wordsIn(paragraphs) * share
  return paragraphs.map((text) => {
    const kept = text.split(/(?<=[.!?][”’"]?)\s+/).filter((sentence) => {
      const words = wordsIn([sentence])
      if (words > left || random() > 0.5) return true
      left -= words
      return false
    })
    return kept.join(' ')
  })
}

function firstWords(paragraphs: string[], most: number): string[] {
  let left = most
  return paragraphs.flatMap((text) => {
    const words = text.split(/\s+/).slice(0, Math.max(0, left))
    left -= words.length
    return words.length > 0 ? [words.join(' ')] : []
  })
}

function swapped(paragraphs: string[], random: Random): string[] {
  const order = [...paragraphs]
  for (let i = order.length - 1; i > 0; i--) {
    const j = upTo(random, i + 1)
    const [one = '', other = ''] = [order[i], order[j]]
    order[i] = other
    order[j] = one
  }
  return order
}

function spareWords(random: Random, count: number): string {
  return Array.from({ length: count }, () => pick(random, SPARE)).join(' ')
}

function wordsIn(paragraphs: string[]): number {
  return paragraphs.join(' ').split(/\s+/).length
}
