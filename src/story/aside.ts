import type { Lens } from './lens.ts'
import { plainly } from './letters.ts'
import type { Voice } from './voices.ts'

/** A mention whose part in its sentence is in question. */
type Candidate = { start: number; end: number; kind: string; voice?: Voice; role?: string }

/** Before a name, with small words between, they make it an object: "the rights of the author". */
const PREPOSITIONS = new Set(
  `to with by of for about against alongside opposite on like behind between at from in under via
  despite avec chez de em en par pour sous du des con del para por sobre dal della di com da do pelo
  pela bei durch fur gegen mit neben von vom zu zum zur`.split(/\s+/),
)
/** Right before a name only, where it is no article. Example: "convenció a Ana Ruiz". */
const AT_ONCE = new Set('a al an ao aux'.split(' '))
const ARTICLES = new Set('the its his her their la le el los der dem den die'.split(' '))

/** The same with what somebody is: "back to the author, Ana Ruiz". */
const RENAMED_OBJECT = plainly(
  /(?:^|[^\p{L}])(?:to|with|by|of|for|from) (?:the |its |his |her |their )(?:[\p{Ll}-]+ ){0,2}(?:author|director|producer|writer|screenwriter|star|actor|actress|creator|president|chief|boss), $/u,
)

/** "Reel Post spoke to director Ana Ruiz": who is spoken to speaks. */
const SPOKEN_TO = plainly(
  /(?:(?:spoke|speaking|talked|chatted|sat down|caught up|interview) (?:exclusively |recently )?(?:to|with)|put (?:it|this|that|the question|all of this|all this) to|turn(?:ed|s) to|(?:handed|over) to) (?:the )?(?:[\p{Ll}-]+,? ){0,2}$/u,
)

/** A studio before somebody's office and name: "Northlight film president Ana Ruiz". */
const OFFICE =
  /^(?:'s?)? (?:[\p{Ll}-]+ ){0,5}(?:president|chief|boss|chair\p{Ll}*|head|ceo|executive|exec|crew|employee|insider|source|staff|staffer|co-\p{Ll}+|spokes\p{Ll}+|producer|director|vp) \p{Lu}/u

/** The office alone: "said the Northlight chief executive". */
const OFFICE_ALONE = plainly(
  /^(?:'s?)? (?:(?:animation|chief|co-|deputy|executive|film|former|global|motion|picture|senior|studio|television|tv|vice) ?)*(?:president|chief|boss|chair(?:man|woman)?|head|ceo|exec(?:utive)?|co-\p{Ll}+)(?![\p{L}-])/u,
)

/** Or in one word with the office: "Northlight-Chefin Ana Ruiz". */
function isOffice(after: string): boolean {
  return OFFICE.test(after) || OFFICE_ALONE.test(after) || /^-\p{Lu}/u.test(after)
}

/** "The host, Ana Ruiz, eventually asked": who asks is not who answers. */
const ASKS = plainly(
  /^(?:,[^.]{1,60},)? (?:[^.;“”"]{0,60} )?(?:asks|wonders|asked|turned to|turns to|wondered|wanted to know|pregunto|fragte|demande|chiede)(?!\p{L})/u,
)

/** Whether an 's follows a mention, brackets hold it or a preposition leads it: no subject. */
export function isAside(lens: Lens, text: string, mention: Candidate): boolean {
  const { start, end, kind } = mention
  const before = text.slice(Math.max(0, start - 80), start)
  const inBrackets = before.lastIndexOf('(') > before.lastIndexOf(')')
  if (kind === 'pronoun') return inBrackets
  if (mention.voice && isCompany(lens, mention.voice) && isOffice(text.slice(end))) return true
  const isLed =
    isObject(before, mention.voice?.role !== 'studio' && mention.voice?.name != null) ||
    (before.endsWith(', ') && RENAMED_OBJECT.test(before))
  const isStranger = (mention.voice ?? mention).role === 'other'
  const isAsking = isStranger && ASKS.test(text.slice(end))
  if (isLed && !SPOKEN_TO.test(before)) return true
  return inBrackets || isAsking || OWNING.test(text.slice(end))
}

/** What belongs to a name; not its words: "The director's answer comes after a long breath." */
const OWNING =
  /^'s?(?! (?:\p{Ll}+ )?(?:turn|answer|reply|response|verdict|comeback|retort)(?!\p{L}))(?!\p{L})/u

/** Whether a preposition leads what follows, an article and at most two small words between. */
function isObject(before: string, isName: boolean): boolean {
  if (before.endsWith("d'")) return true
  if (!before.endsWith(' ')) return false
  let small = 0
  for (const [i, printed] of lastWords(before.trimEnd()).entries()) {
    const word = printed.replace(MARKS, '').toLowerCase()
    if (PREPOSITIONS.has(word) || (i === 0 && isName && AT_ONCE.has(word))) return true
    if (ARTICLES.has(word)) continue
    if (++small > 2 || !SMALL.test(printed)) return false
  }
  return false
}

const NEAR = 4 // words

/** The words that end a text, the last one first. */
function lastWords(text: string): string[] {
  const words: string[] = []
  for (let end = text.length; words.length < NEAR && end >= 0; ) {
    const space = end === 0 ? -1 : text.lastIndexOf(' ', end - 1)
    words.push(text.slice(space + 1, end))
    end = space
  }
  return words
}

const MARKS = plainly(/^[^\p{L}]+/u)
const SMALL = plainly(/^(?:[\p{Ll}-]+|US|UK)$/u)

/** Whether a voice is a studio itself, not somebody who works there. */
export function isCompany({ topic }: Lens, voice: Voice): boolean {
  return voice.name !== null && topic.studios.includes(voice.name)
}
