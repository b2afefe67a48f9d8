import { LshIndex, Minhash } from 'minhash'
import { keysOfText, likelyTexts, TEXTS_EACH, wantedOf } from '../../src/db/look-ups.ts'
import {
  copiedFrom,
  type Fingerprint,
  fingerprintOf,
  type KnownArticle,
} from '../../src/story/duplicates.ts'
import { foldedWords } from '../../src/story/fold.ts'
import { lensOf } from '../../src/story/lens.ts'
import { passageOf } from '../../src/story/passage.ts'
import { type Piece, shippedTopic } from './corpus.ts'

/** A way to find what a text copies among all that it was given before. */
export type Finder = {
  name: string
  add: (piece: Piece) => void
  find: (piece: Piece) => string | null
}

const RUN = 3 // words

/** Ours: fingerprints and look-up keys, with maps in place of the index, and as little read of it. */
export function ourFinder(): Finder {
  const lens = lensOf(shippedTopic('made'))
  const stored = new Map<string, KnownArticle>()
  const byKey = new Map<string, string[]>()
  const print = ({ paragraphs }: Piece) =>
    fingerprintOf(paragraphs, passageOf(lens, paragraphs).quotes)
  return {
    name: 'ours',
    add: (piece) => {
      const fingerprint = print(piece)
      stored.set(piece.id, knownOf(piece, fingerprint))
      for (const key of keysOfText(fingerprint))
        byKey.set(key, [...(byKey.get(key) ?? []), piece.id])
    },
    find: (piece) => {
      const fingerprint = print(piece)
      const { texts } = wantedOf({ fingerprint, quotations: [], storyKeys: [] })
      const found = texts.map((key) => (byKey.get(key) ?? []).filter((id) => id !== piece.id))
      const likely = likelyTexts(found.map((ids) => ids.slice(0, TEXTS_EACH)))
      const known = likely.flatMap((id) => stored.get(id) ?? [])
      return copiedFrom(fingerprint, known)?.article.id ?? null
    },
  }
}

function knownOf({ id, published: moment }: Piece, fingerprint: Fingerprint): KnownArticle {
  return { id, url: id, moment, storyId: id, duplicateOf: null, fingerprint }
}

/** MinHash with banded look-up as the library does it by default, over runs of three words. */
export function minhashFinder(least: number): Finder {
  const index = new LshIndex()
  const hashes = new Map<string, Minhash>()
  return {
    name: `minhash, Jaccard >= ${least}`,
    add: (piece) => {
      const hash = minhashOf(piece)
      hashes.set(piece.id, hash)
      index.insert(piece.id, hash)
    },
    find: (piece) => {
      const hash = minhashOf(piece)
      // The library fails where a band leads nowhere: what is asked for is put in first.
      if (!hashes.has(piece.id)) index.insert(piece.id, hash)
      const scored = index
        .query(hash)
        .flatMap((id) => {
          const other = id === piece.id ? undefined : hashes.get(id)
          return other ? [{ id, score: hash.jaccard(other) }] : []
        })
        .sort((a, b) => b.score - a.score)[0]
      return scored && scored.score >= least ? scored.id : null
    },
  }
}

function minhashOf({ paragraphs }: Piece): Minhash {
  const hash = new Minhash()
  const words = foldedWords(paragraphs.join(' '))
  for (let i = 0; i + RUN <= words.length; i++) hash.update(words.slice(i, i + RUN).join(' '))
  return hash
}

const SAME_TITLE = { overlap: 0.6, words: 3, days: 5 }

/** Headlines that overlap, within days: the rule of a well-known reader. */
export function titleFinder(): Finder {
  const titles: { id: string; at: number; words: Set<string> }[] = []
  const wordsOf = ({ title }: Piece) => new Set(foldedWords(title))
  return {
    name: 'headlines overlap',
    add: (piece) =>
      titles.push({ id: piece.id, at: Date.parse(piece.published), words: wordsOf(piece) }),
    find: (piece) => {
      const words = wordsOf(piece)
      const at = Date.parse(piece.published)
      const scored = titles
        .filter(({ id }) => id !== piece.id)
        .filter((one) => Math.abs(one.at - at) <= SAME_TITLE.days * 86_400_000)
        .map((one) => ({
          id: one.id,
          both: [...words].filter((word) => one.words.has(word)).length,
          least: Math.min(words.size, one.words.size),
        }))
        .filter(({ both, least }) => both >= SAME_TITLE.words && both / least >= SAME_TITLE.overlap)
        .sort((a, b) => b.both / b.least - a.both / a.least)[0]
      return scored?.id ?? null
    },
  }
}
