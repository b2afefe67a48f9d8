import { resolve } from './antecedents.ts'
import { plainly } from './letters.ts'
import { mentionsIn } from './mentions.ts'
import type { Context } from './quote-context.ts'
import type { Quoted } from './quote-marks.ts'
import { SAY_WORDS } from './say-verbs.ts'
import type { Voice } from './voices.ts'

/** A verb between commas, then who: ", confie la cinéaste Ana Ruiz,", ", sourit-elle,". */
const INSERTED = plainly(
  /, ((?:m'|s'|se |nous |me )?(?:l')?(?:a(?:-t)?(-il|-elle)? (?:\p{Ll}+ment )?)?(\p{L}+)(?:-t)?(?:-(il|elle)|(?: [^,.«»“”]{3,60})?))[,.]/gu,
)

/**
 * Who speaks by words inserted within the marks, as French prints it: « Nous en parlons, confie
 * Ana Ruiz, mais rien n'est signé. »
 */
export function inserted({ lens, memory, plain }: Context, mark: Quoted): Voice | null {
  const text = plain.slice(mark.start, mark.end)
  if (plain.charAt(mark.start - 1) !== '«') return null
  for (const [, told = '', asked, verb = '', pronoun] of text.matchAll(INSERTED)) {
    if (!SAY_WORDS.has(verb.toLowerCase())) continue
    if (asked || pronoun) return memory.subject ?? memory.speaker
    const met = mentionsIn(lens, told)
    const first = met.find(({ aside }) => !aside)
    if (first) return resolve(lens, memory, first, met)
  }
  return null
}
