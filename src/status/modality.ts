import { isGreenlitOrBeyond, rung, type Stage } from '../stage.ts'
import type { Token } from '../story/tokens.ts'
import { isNegated } from './negation.ts'
import { isRefuted } from './refuted.ts'
import { isRegretted } from './regretted.ts'
import { words } from './word-set.ts'

/** How something is said. */
export const MODALITIES = [
  'fact',
  'plan',
  'wish',
  'denial',
  'question',
  'conditional',
  'rumor',
] as const

export type Modality = (typeof MODALITIES)[number]

const CONDITIONS = words(`if unless provided assuming suppose supposing imagine wenn falls
  sofern caso`)
/** Also "itself" before a verb: "si fara", "se ha cancelado". Whether they ask for a subject tells. */
const IF_OR_SELF = words('si se')
const IF_SUBJECTS =
  words(`a alguien alguem c ca ce ci ele ela elas eles el elle elles ellos fosse for
  fuera hay houver hubiera i il ils j le les lei lo la las los lui me mi nao no noi nos nous on o os
  qualcuno quelqu todo tout tu tudo tutto um uma un una une uno vous yo`)
const HEDGES =
  words(`reportedly allegedly supposedly apparently rumored rumoured rumor rumors rumour
  rumours purportedly seemingly hear hears heard speculation speculated claims claimed believed
  looks whispers presuntamente supuestamente rumores angeblich offenbar geruchte geruchten rumeur
  rumeurs presumibilmente supostamente`)
const MAYBES =
  words(`asking asked urging urged urge petition begging takes would should almost nearly close verge goal aim target dream need needs waiting wait depends hinges could may might maybe possibly perhaps potentially probably likely unlikely podria podrian quizas
  konnte konnten vielleicht moglicherweise pourrait pourraient potrebbe potrebbero forse poderia
  talvez parler hablar parlare falar`)
const QUESTIONS = words('whether ob')
const PLANS = words(`will going plan plans planned planning set expected scheduled soon
  next werden wird va vamos vai`)

const READ = words('that about online somewhere we it in he she')

/** A place where a rule matched: words `from` to `to` (exclusive), and how its row says it. */
export type Match = { from: number; to: number; rule: string; stage: Stage; as: Modality }

/** How a match is said, from the words around it. */
export function modalityAt(tokens: Token[], match: Match, isQuestion: boolean): Modality {
  const { from, to, as } = match
  const own = tokens.slice(0, from).filter((token) => token.clause === tokens[from]?.clause)
  if (isOnceSaid(own)) return 'conditional'
  if (as === 'denial') return isQuestion ? 'question' : 'denial'
  if (rung(match.stage) < 0 && isRegretted(tokens, from)) return 'fact'
  if (isNegated(tokens, from, to) || isRefuted(tokens.slice(0, from))) return 'denial'
  if (isQuestion) return 'question'
  const clause = tokens[from]?.clause
  const before = tokens.slice(0, from)
  const inClause = before.filter((token) => token.clause === clause)
  if (has(inClause, QUESTIONS) || isAsked(inClause)) return 'question'
  const isHedged = has(before, HEDGES) || isSaidTo(before)
  if (as === 'wish') return isHedged ? 'rumor' : 'wish'
  if (before.some((_, i) => isCondition(tokens, i)) || conditionFollows(tokens, to))
    return 'conditional'
  if (isHedged) return 'rumor'
  if (isUndecided(tokens, match)) return 'conditional'
  if (has(inClause, MAYBES) || isOpinion(before, match) || isOfAny(before)) return 'conditional'
  const isPlan = as === 'fact' && has(inClause, PLANS)
  if (isPlan) return APPROVALS.has(match.rule) ? 'conditional' : 'plan'
  return as
}

/** "I used to say that nobody had asked": what was said then holds no more. */
function isOnceSaid(before: Token[]): boolean {
  return before.some(({ word }, i) => {
    const next = before[i + 1]?.word === 'to' ? before[i + 2] : before[i + 1]
    return HABITS.has(word) && next !== undefined && SAYINGS.has(next.word)
  })
}

const HABITS = words('used solia soliamos solian solevo soleva costumava costumavamos')
const SAYINGS =
  words(`say think tell believe joke answer reply assume decir pensar contestar dire pensare
  dizer pensar responder`)

function has(tokens: Token[], list: ReadonlySet<string>): boolean {
  return tokens.some(({ word }) => list.has(word))
}

const ASKING = words('ask asks asked asking wonder wonders wondered know knows')
const ASKED = words('when if how why where who')

/** "Everyone asks when it starts": what is asked for is not told. */
function isAsked(tokens: Token[]): boolean {
  const at = tokens.findIndex(({ word }) => ASKING.has(word))
  return at >= 0 && has(tokens.slice(at + 1), ASKED)
}

/** Rules of approval: what will be approved is not. */
const APPROVALS = words('greenlit announced')

const OPINIONS =
  words(`think guess believe bet suspect imagine predict feel figure hope hopes hoped hoping wish
  wishes wished want wants wanted dream dreams pray praying trying tries try tried`)

/** "I think it has been greenlit", "hopes it gets a green light": approval is no opinion. */
function isOpinion(before: Token[], { stage }: Match): boolean {
  return isGreenlitOrBeyond(stage) && has(before, OPINIONS)
}

const AGREED = words('agreed agrees agree decided decides voted votes moved opted chose elected')

/** "They still have to greenlight it": what has to be approved is not, what they agreed to is. */
function isUndecided(tokens: Token[], { from, rule }: Match): boolean {
  if (rule !== 'greenlit' || tokens[from - 1]?.word !== 'to') return false
  return !AGREED.has(tokens[from - 2]?.word ?? '')
}

const KINDS = words('kind sort size scale magnitude type')

/** "A film of this kind starts with a script", "our kind of script": told of any film. */
function isOfAny(before: Token[]): boolean {
  return before.some(({ word }, i) => {
    if (!KINDS.has(word)) return false
    const owner = before[i - 1]?.word ?? ''
    const isOfThis = (owner === 'this' || owner === 'that') && before[i - 2]?.word === 'of'
    return isOfThis || (OWNERS.has(owner) && before[i + 1]?.word === 'of')
  })
}

const OWNERS = words('my our your their his her')

const WHEN = words('once until till whenever')
const SUBJECTS = words(
  'it we they the that he she you i everything everybody cameras somebody soon',
)

const ASKED_WHEN = words('asked pressed questioned quizzed prodded contacted reached told')

const MOMENTS = words('day moment minute second instant')

/** "if", "once it is", "let's say": what follows has not happened. */
function isCondition(tokens: Token[], at: number): boolean {
  const word = tokens[at]?.word ?? ''
  const next = tokens[at + 1]?.word ?? ''
  if (word === 'say') return tokens[at - 1]?.word === 'let'
  if (word === 'when') return at === 0 && !ASKED_WHEN.has(next)
  if (IF_OR_SELF.has(word)) return IF_SUBJECTS.has(next) || /[aei]mos$/.test(next)
  if (word === 'had' && at === 0) return SUBJECTS.has(next)
  if (MOMENTS.has(word) && tokens[at - 1]?.word === 'the') return SUBJECTS.has(next)
  return CONDITIONS.has(word) || (WHEN.has(word) && SUBJECTS.has(next))
}

/** "Into the edit on Monday, if somebody carries me": no condition that anything hangs on. */
function isAside(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1]?.word ?? ''
  const isNew = tokens[at]?.clause !== tokens[at - 1]?.clause
  return isNew && SOMEBODY.has(next)
}

const SOMEBODY = words('anybody anyone somebody someone')

const IF_REACH = 6 // words

function conditionFollows(tokens: Token[], to: number): boolean {
  return tokens
    .slice(to, to + IF_REACH)
    .some(({ word }, i) => (word === 'if' && !isAside(tokens, to + i)) || word === 'unless')
}

/** "is said to", "I read that": somebody else says so. */
function isSaidTo(before: Token[]): boolean {
  return before.some(({ word }, i) => {
    const next = before[i + 1]?.word ?? ''
    const isTold = next === 'me' || next === 'us' || THINKING.has(word)
    return (
      (word === 'said' && next === 'to') ||
      (word === 'read' && READ.has(next)) ||
      (word === 'saying' && PRINTED.has(before[i - 1]?.word ?? '')) ||
      (TELLING.has(word) && isTold && has(before.slice(Math.max(0, i - 2), i), ANYBODY))
    )
  })
}

const PRINTED = words(`headline headlines article articles story stories report reports post posts
  tweet tweets piece pieces something`)
const THINKING = words(
  'think thinks thought believe believes believed assume assumes assumed say says',
)
const TELLING = new Set([...words('tell tells telling told'), ...THINKING])
const ANYBODY = words('people everyone everybody somebody someone folks fans they internet')
