import { resolve } from './antecedents.ts'
import { isCompany } from './aside.ts'
import type { Mention } from './mentions.ts'
import { openSubject } from './open-verbs.ts'
import { between, type Context } from './quote-context.ts'
import type { Quoted } from './quote-marks.ts'
import { dropsSubject, sayVerbsIn } from './say-verbs.ts'
import { follower, subjectAfter, subjectBefore } from './subjects.ts'
import type { Voice } from './voices.ts'

/** “…,” Ana Ruiz said. “…,” she said. “…,” said the director. */
export function saidAfter(context: Context, mark: Quoted): Voice | null {
  const { plain, marks } = context
  const from = mark.end + 1
  const next = marks.find((other) => other.paragraph === mark.paragraph && other.start > mark.end)
  const limit = Math.min(next ? next.start - 1 : plain.length, from + 200)
  const stop = sentenceEnd(context, mark, from)
  const direct = attributionIn(context, from, Math.min(limit, stop), true)
  if (direct) return direct
  const asks = /[?!…—–-]$/.test(plain.slice(mark.start, mark.end).trim())
  return asks && stop <= from + 1 ? attributionIn(context, from, limit, true) : null
}

function sentenceEnd({ sentences }: Context, mark: Quoted, at: number): number {
  const holding = sentences.find(
    (sentence) =>
      sentence.paragraph === mark.paragraph && sentence.start < at && sentence.end >= at,
  )
  return holding?.end ?? at
}

/** Ana Ruiz said: “…” According to Ana Ruiz, “…” Ana Ruiz’s words were “…” */
export function saidBefore(context: Context, mark: Quoted): Voice | null {
  const { sentences, quotes } = context
  const sentence = sentences.find(
    ({ paragraph, start, end }) =>
      paragraph === mark.paragraph && start <= mark.start && end >= mark.start,
  )
  const last = quotes.at(-1)
  const previous = last && last.paragraph === mark.paragraph ? last.end + 1 : 0
  return attributionIn(context, Math.max(sentence?.start ?? 0, previous), mark.start - 1, false)
}

/** Words before a source, at the end of what precedes it, in plain lower case. */
export const ACCORDING =
  /(?:according to|per|in the words of|laut|zufolge|segun|selon|d'apres|secondo|segundo) (?:the |its |der |dem |die |el |la |le |il |lo |o |a )?(?:[\p{L}-]+ ){0,2}$/u
const OWN_WORDS =
  /^'?s? (?:exact |own |full )?(?:words|quote|answer|response|reply|statement|comments?|message|post|tweet)\b/

/** A written statement of nobody's name is the studio's. */
const STATEMENT =
  /(?:(?:a|the|its|brief|written|emailed) statement|stellungnahme|mitteilung|comunicado|communique|comunicato)/

/** "…,” and Ana Ruiz says that": somebody else's clause follows. */
const NEXT_CLAUSE =
  /^[\s,]*(?:and|but|while|whereas|although|und|aber|wahrend|y|pero|mientras|et|mais|e|ma|mentre|mas) (?!(?:added?|adds|then|later|continued)(?!\p{L}))/u

/** The speaker that a stretch beside a quotation names with a verb of saying, or null. */
function attributionIn(context: Context, start: number, end: number, after: boolean): Voice | null {
  const { lens, plain, memory } = context
  const low = plain.slice(start, end).toLowerCase()
  if (end - start < 3 || (after && NEXT_CLAUSE.test(low))) return null
  const mentions = between(context.mentions, start, end)
  const worded = mentions.find(
    (mention) =>
      ACCORDING.test(low.slice(0, mention.start - start)) ||
      OWN_WORDS.test(low.slice(mention.end - start)),
  )
  if (worded) return resolve(lens, memory, worded, mentions)
  const german = after
    ? mentions.find(({ start: at }) => /^[\s,]*so (?:\p{L}+ )?$/u.test(low.slice(0, at - start)))
    : undefined
  if (german) return resolve(lens, memory, german, mentions)
  const verbs = sayVerbsIn(low).map((verb) => verb.start + start)
  const verb = after ? verbs.find((at) => !isParticiple(low, at - start)) : verbs.at(-1)
  if (verb === undefined) return unsaid(context, start, end, mentions, after)
  if (after && isAlone(low, verb - start) && !mentions.some(({ end: at }) => at <= verb))
    return null
  const subject = after
    ? subjectAfter(mentions, verb, start)
    : (subjectBefore(mentions, verb) ?? follower(mentions, verb))
  if (!subject) return after && isDropped(low, verb - start) ? memory.subject : null
  const closes = after || /[,"'”’»] $/.test(plain.slice(start, subject.start))
  return resolve(lens, memory, subject, mentions, closes)
}

/** Without a known verb of saying: any verb beside the quotation, or a written statement. */
function unsaid(
  context: Context,
  start: number,
  end: number,
  mentions: Mention[],
  after: boolean,
): Voice | null {
  const { lens, memory, plain } = context
  const stretch = plain.slice(start, end)
  const subject = after ? openSubject(stretch, start, mentions) : null
  if (subject) return resolve(lens, memory, subject, mentions, true)
  return STATEMENT.test(stretch.toLowerCase()) ? (companyOf(context) ?? null) : null
}

const AT_ONCE = 12 // characters: "», ha scritto", "», le dijo"

/** Spanish, Italian and Portuguese drop the pronoun. Example: "«…», resume, y se ríe". */
function isDropped(low: string, verb: number): boolean {
  const [word = ''] = /^\p{L}+/u.exec(low.slice(verb)) ?? []
  return verb <= AT_ONCE && dropsSubject(word)
}

/** "», afirmó.": a verb without a subject that nothing follows. */
function isAlone(low: string, verb: number): boolean {
  return isDropped(low, verb) && /^\p{L}+\s*(?:[,.;]|$)/u.test(low.slice(verb))
}

/** "…, noting that": after a quotation it goes on with the sentence, and names nobody. */
function isParticiple(low: string, at: number): boolean {
  return /^\p{L}+ing(?!\p{L})/u.test(low.slice(at))
}

function companyOf({ lens, memory }: Context): Voice | undefined {
  return memory.seen.find((voice) => isCompany(lens, voice))
}
