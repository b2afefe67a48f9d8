import { pick, type Random, upTo } from './random.ts'

const SENTENCES = [3, 6] // of a paragraph
const LENGTH = [9, 28] // words of a sentence
const STRAY = 0.25 // of the words follow none in particular, so that no run of the corpus lasts

/** Writes paragraphs of about so many words. */
export type Writer = (random: Random, words: number) => string[]

/**
 * A writer whose words follow each other as those of the texts do: prose of the trade without sense,
 * in which common phrases are as common as there.
 */
export function writerLike(texts: string[]): Writer {
  const words = texts.join(' ').match(/[\p{L}’-]+/gu) ?? []
  const after = new Map<string, string[]>()
  for (const [i, word] of words.entries()) {
    const next = words[i + 1]
    if (next) after.set(word, [...(after.get(word) ?? []), next])
  }
  return (random, count) => {
    const paragraphs: string[] = []
    for (let left = count; left > 0; ) {
      const sentences = Array.from({ length: between(random, SENTENCES) }, () =>
        sentenceOf(random, words, after),
      )
      paragraphs.push(sentences.join(' '))
      left -= sentences.join(' ').split(' ').length
    }
    return paragraphs
  }
}

function sentenceOf(random: Random, words: string[], after: Map<string, string[]>): string {
  let word = pick(random, words)
  const sentence = [`${word.charAt(0).toUpperCase()}${word.slice(1)}`]
  for (let left = between(random, LENGTH); left > 1; left--) {
    word = pick(random, random() < STRAY ? words : (after.get(word) ?? words))
    sentence.push(word)
  }
  return `${sentence.join(' ')}.`
}

function between(random: Random, [least = 1, most = 1]: number[]): number {
  return least + upTo(random, most - least + 1)
}
