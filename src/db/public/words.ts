import { foldedWords } from '../../story/fold.ts'

/** Scripts that part no words: each sign counts as one. */
const UNPARTED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

/** The words that a text is found by, folded; each once, in order. */
export function searchWords(text: string): string[] {
  return [...new Set(foldedWords(text.replace(UNPARTED, ' $& ')))]
}
