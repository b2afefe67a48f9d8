import { resolve } from './antecedents.ts'
import { isCompany } from './aside.ts'
import { credited } from './credited.ts'
import type { Mention } from './mentions.ts'
import { openSubject } from './open-verbs.ts'
import { between, type Context } from './quote-context.ts'
import type { Quoted } from './quote-marks.ts'
import { dropsSubject, sayVerbsIn } from './say-verbs.ts'
import { follower, participleSubject, subjectAfter, subjectBefore } from './subjects.ts'
import { INSIDER, type Voice } from './voices.ts'
import {
  ACCORDING,
  AGENT,
  AS_PUT,
  BUT_FOR,
  CAME_FROM,
  COMPLEMENT,
  FOR,
  ONE_SAYS,
  OWN_WORDS,
  PASSIVE,
  RELATIVE,
  SIGNED,
  SOMEBODY,
  STATEMENT,
} from './wordings.ts'

/** A stretch of a paragraph beside a quotation that may name who speaks it. */
type Beside = { mark: Quoted; start: number; end: number; after: boolean }

/** “…,” Ana Ruiz said. “…,” she said. “…,” said the director. */
export function saidAfter(context: Context, mark: Quoted): Voice | null {
  const { plain, marks } = context
  const closed = mark.end + 1
  if (plain.charAt(closed) === ';') return null // what follows is a sentence of its own
  const start = closed + (COMPLEMENT.exec(plain.slice(closed))?.[0].length ?? 0)
  const next = marks.find((other) => other.paragraph === mark.paragraph && other.start > mark.end)
  const limit = Math.min(next ? next.start - 1 : plain.length, start + 200)
  const stop = sentenceAt(context, mark, mark.end + 1)?.end ?? start
  const direct = attributionIn(context, { mark, start, end: Math.min(limit, stop), after: true })
  if (direct || stop > start + 1) return direct
  const asks = /[?!…—–-]$/.test(plain.slice(mark.start, mark.end).trim())
  const then = plain.slice(start, start + 20)
  const goesOn =
    asks || /^\s*(?:[—–-]|That |That's |So |Thus )/.test(then) || /^[\s.]*Son palabras/.test(then)
  const told = goesOn ? attributionIn(context, { mark, start, end: limit, after: true }) : null
  const credit = told ?? credited(context, mark)
  return credit ?? (mark.start <= 1 && !goesOn ? gesturing(context, start, limit) : null)
}

/** Ana Ruiz said: “…” According to Ana Ruiz, “…” Ana Ruiz’s words were “…” */
export function saidBefore(context: Context, mark: Quoted): Voice | null {
  const last = context.quotes.at(-1)
  const previous = last && last.paragraph === mark.paragraph ? last.end + 1 : 0
  const start = Math.max(sentenceAt(context, mark, mark.start)?.start ?? 0, previous)
  return attributionIn(context, { mark, start, end: mark.start - 1, after: false })
}

/** The sentence of a quotation's paragraph that holds a character. */
function sentenceAt({ sentences }: Context, { paragraph }: Quoted, at: number) {
  return sentences.find((one) => one.paragraph === paragraph && one.start <= at && one.end >= at)
}

const GESTURE =
  /^ (?:\p{Ll}+ly )?(?:chuckles?d?|grin(?:s|ned)|laugh(?:s|ed)|nod(?:s|ded)|pause[sd]|shrug(?:s|ged)|sigh(?:s|ed)|smile[sd]|wince[sd]|wink(?:s|ed))(?!\p{L})/u

/** “It is a matter of when.” Ana Ruiz shrugs. */
function gesturing({ lens, memory, mentions, plain }: Context, start: number, end: number) {
  const near = between(mentions, start, end)
  const first = near.find((mention) => /^\s*(?:the )?$/i.test(plain.slice(start, mention.start)))
  return first && GESTURE.test(plain.slice(first.end)) ? resolve(lens, memory, first, near) : null
}

/** "…,” and Ana Ruiz says that": somebody else's clause follows. */
const NEXT_CLAUSE =
  /^[\s,—–]*(?:and|but|while|whereas|although|und|aber|wahrend|y|pero|mientras|et|mais|e|ma|mentre|mas) (?!(?:added?|adds|then|later|continued)(?!\p{L}))/u

/** The speaker that a stretch beside a quotation names with a verb of saying, or null. */
function attributionIn(context: Context, beside: Beside): Voice | null {
  const { lens, plain, memory } = context
  const { start, end, after } = beside
  const low = plain.slice(start, end).toLowerCase()
  if (end - start < 3 || (after && NEXT_CLAUSE.test(low))) return null
  const mentions = between(context.mentions, start, end)
  const worded = wordedBy(low, mentions, beside) ?? (after ? agentOf(context, beside) : undefined)
  if (worded) return resolve(lens, memory, worded, mentions)
  if (after && mentions.length === 0 && ONE_SAYS.test(low)) return lastCompany(context)
  if (after && !mentions.some(isKnown) && SOMEBODY.test(low)) return INSIDER
  const verbs = sayVerbsIn(low).map((verb) => verb.start + start)
  const verb = after ? verbs.find((at) => !isParticiple(low, at - start)) : verbs.at(-1)
  if (verb === undefined) return unsaid(context, beside, mentions)
  if (after && isAlone(low, verb - start) && !mentions.some(({ end: at }) => at <= verb))
    return null
  if (!after && isAsTold(low, verb - start)) return dropped(context, beside)
  if (!after && memory.speaker && isPutIn(low, verb - start)) return memory.speaker
  const subject = after
    ? subjectAfter(mentions, verb, start)
    : (inverted(plain, mentions, verb) ??
      participleSubject(plain, mentions, verb) ??
      mentions.find(({ end: at }) => at < verb && RELATIVE.test(plain.slice(at, verb))) ??
      subjectBefore(mentions, verb) ??
      follower(mentions, verb))
  if (!subject) return isDropped(low, verb - start) ? dropped(context, beside) : null
  const closes = after || /[,"'”’»] $/.test(plain.slice(start, subject.start))
  const from = after ? start : (sentenceAt(context, beside.mark, start)?.start ?? start)
  return resolve(lens, memory, subject, between(context.mentions, from, end), closes)
}

/** "Gefragt, ob sie will, sagte Ana Ruiz: „…“": who stands between verb and colon speaks. */
function inverted(plain: string, mentions: Mention[], verb: number): Mention | undefined {
  const [word = ''] = /^\p{L}+/u.exec(plain.slice(verb, verb + 20)) ?? []
  if (!dropsSubject(word.toLowerCase())) return undefined
  return mentions.find(
    ({ kind, start, end }) =>
      kind === 'named' && start === verb + word.length + 1 && plain.charAt(end) === ':',
  )
}

function isKnown({ aside, guessed }: Mention): boolean {
  return !aside && !guessed
}

/** Who is told of in a form of words without a verb of saying. */
function wordedBy(low: string, mentions: Mention[], { start, after }: Beside): Mention | undefined {
  const before = (mention: Mention) => low.slice(0, mention.start - start)
  const behind = (mention: Mention) => low.slice(mention.end - start)
  const named = mentions.find(
    (mention) =>
      (ACCORDING.test(before(mention)) && !/^'s? /.test(behind(mention))) ||
      OWN_WORDS.test(behind(mention)) ||
      (!after && FOR.test(before(mention)) && BUT_FOR.test(behind(mention))),
  )
  if (named || !after) return named
  return mentions.find(
    (mention) =>
      SIGNED.test(before(mention)) ||
      CAME_FROM.test(before(mention)) ||
      (!mention.aside && AS_PUT.test(before(mention))),
  )
}

/** "It was described as “…” by Ana Ruiz." */
function agentOf({ mentions, plain }: Context, { mark, start, end }: Beside): Mention | undefined {
  const lead = plain.slice(Math.max(0, mark.start - 60), mark.start - 1)
  if (!PASSIVE.test(lead)) return undefined
  return between(mentions, start, end).find(({ start: at }) => AGENT.test(plain.slice(start, at)))
}

/** Without a known verb of saying: any verb beside the quotation, or a written statement. */
function unsaid(context: Context, { start, end, after }: Beside, mentions: Mention[]) {
  const { lens, memory, plain } = context
  const stretch = plain.slice(start, end)
  const subject = after ? openSubject(stretch, start, mentions) : null
  if (subject) return resolve(lens, memory, subject, mentions, true)
  if (!STATEMENT.test(stretch.toLowerCase())) return null
  return lastCompany(context)
}

function lastCompany({ lens, memory }: Context): Voice | null {
  return memory.seen.find((voice) => isCompany(lens, voice)) ?? null
}

const AT_ONCE = 12 // characters: "», ha scritto", "», le dijo"

/** Spanish, Italian and Portuguese drop the pronoun. Example: "«…», resume, y se ríe". */
function isDropped(low: string, verb: number): boolean {
  const [word = ''] = /^\p{L}+/u.exec(low.slice(verb)) ?? []
  return verb <= AT_ONCE && dropsSubject(word)
}

/** Whom the quotation's sentence began with ("El productor, que decía «…», bromeó"), else the last. */
function dropped(context: Context, { mark, after }: Beside): Voice | null {
  const { memory, mentions } = context
  if (!after) return memory.speaker ?? memory.subject
  const from = sentenceAt(context, mark, mark.start)?.start ?? 0
  const isLed = between(mentions, from, mark.start).some(({ aside, guessed }) => !aside && !guessed)
  return isLed ? null : memory.subject
}

/** "», afirmó.": a verb without a subject that nothing follows. */
function isAlone(low: string, verb: number): boolean {
  return isDropped(low, verb) && /^\p{L}+\s*(?:[,.;]|$)/u.test(low.slice(verb))
}

/** "Según cuenta, la guionista «…»": who tells is not who is told of. */
function isAsTold(low: string, verb: number): boolean {
  return /(?:segun|como) $/.test(low.slice(0, verb)) && /^\p{L}+,/u.test(low.slice(verb))
}

/** "In caso di vittoria lo sceneggiatore, promette, tornerebbe «…»": put in, with nobody beside. */
function isPutIn(low: string, verb: number): boolean {
  const [word = ''] = /^\p{L}+(?=,)/u.exec(low.slice(verb)) ?? []
  return low.slice(0, verb).endsWith(', ') && dropsSubject(word)
}

/** "…, noting that": after a quotation it goes on with the sentence, and names nobody. */
function isParticiple(low: string, at: number): boolean {
  return /^\p{L}+ing(?!\p{L})/u.test(low.slice(at))
}
