import type { Token } from '../story/tokens.ts'

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

/** Words that turn what follows in their clause. Example: "nobody has greenlit anything". */
const NEGATIONS =
  words(`not no never nobody none neither nor nothing no-one without hardly false untrue
  denies denied denying deny dismissed debunked refuted isnt
  ni nunca nadie sin niega jamas kein keine keinen keiner nicht nie niemand weder ohne
  ne pas aucun aucune jamais personne sans non nessun nessuna nessuno mai senza nao nenhum nenhuma ninguem sem`)

/** Words between a negation and its cue: further away they belong to something else. */
const NEGATION_REACH = 7
/** Languages that deny at the clause's end: German nicht, French pas. */
const NEGATIONS_AFTER = words('nicht kein keine keinen pas nie')

/** "not only", "no doubt", "can't wait": no denial. */
const NO_NEGATION: [string, ReadonlySet<string>][] = [
  [
    'not',
    words('only just merely simply wait help until impossible surprisingly surprising alone'),
  ],
  ['no', words('doubt longer secret matter surprise stranger less question wonder one')],
  ['nothing', words('but less')],
  ['never', words('say been mind')],
  ['non', words('solo')],
]

const CONDITIONS = words(`if unless provided assuming si wenn falls
  sofern se caso`)
const HEDGES =
  words(`reportedly allegedly supposedly apparently rumored rumoured rumor rumors rumour
  rumours purportedly seemingly hear hears heard speculation speculated claims claimed believed
  looks whispers presuntamente supuestamente rumores angeblich offenbar geruchte geruchten rumeur
  rumeurs presumibilmente supostamente`)
const MAYBES =
  words(`asking asked urging urged urge petition begging need needs waiting wait depends hinges could may might maybe possibly perhaps potentially probably likely unlikely podria podrian quizas
  konnte konnten vielleicht moglicherweise pourrait pourraient potrebbe potrebbero forse poderia
  talvez`)
const QUESTIONS = words('whether ob')
const PLANS = words(`will going plan plans planned planning set expected scheduled aiming aim soon
  next werden wird va vamos vai`)

const READ = words('that about online somewhere we it in he she')

/** How the cue at words `from` to `to` (exclusive) is said, from the words around it. */
export function modalityAt(
  tokens: Token[],
  from: number,
  to: number,
  as: Modality,
  isQuestion: boolean,
): Modality {
  if (as === 'denial') return isQuestion ? 'question' : 'denial'
  if (isNegated(tokens, from, to)) return 'denial'
  if (isQuestion) return 'question'
  const clause = tokens[from]?.clause
  const before = tokens.slice(0, from)
  const inClause = before.filter((token) => token.clause === clause)
  if (inClause.some(({ word }) => QUESTIONS.has(word))) return 'question'
  const isHedged = before.some(({ word }) => HEDGES.has(word)) || isSaidTo(before)
  if (as === 'wish') return isHedged ? 'rumor' : 'wish'
  if (
    before[0]?.word === 'when' ||
    before.some(({ word }) => CONDITIONS.has(word)) ||
    conditionFollows(tokens, to)
  )
    return 'conditional'
  if (isHedged) return 'rumor'
  if (inClause.some(({ word }) => MAYBES.has(word))) return 'conditional'
  if (as === 'fact' && inClause.some(({ word }) => PLANS.has(word))) return 'plan'
  return as
}

function isNegated(tokens: Token[], from: number, to: number): boolean {
  const clause = tokens[from]?.clause
  for (let at = from - 1; at >= Math.max(0, from - NEGATION_REACH); at--) {
    const token = tokens[at]
    if (!token || token.clause !== clause) break
    if (NEGATIONS.has(token.word) && !isExcused(token.word, tokens[at + 1]?.word)) return true
    if (token.word === 'yet' && tokens[at + 1]?.word === 'to') return true
    if (token.word === 'out' && tokens[at + 1]?.word === 'of') return true
    if (token.word === 'far' && tokens[at + 1]?.word === 'from') return true
  }
  if (tokens.slice(from + 1, to - 1).some(({ word }) => NEGATIONS.has(word))) return true
  return tokens
    .slice(to, to + 2 * NEGATION_REACH)
    .some((token) => token.clause === clause && NEGATIONS_AFTER.has(token.word))
}

function isExcused(word: string, next: string | undefined): boolean {
  return NO_NEGATION.some(([head, tails]) => head === word && next !== undefined && tails.has(next))
}

function conditionFollows(tokens: Token[], to: number): boolean {
  const next = tokens[to]
  return next !== undefined && (next.word === 'if' || next.word === 'unless')
}

/** "is said to", "I read that": somebody else says so. */
function isSaidTo(before: Token[]): boolean {
  return before.some(({ word }, i) => {
    const next = before[i + 1]?.word ?? ''
    return (word === 'said' && next === 'to') || (word === 'read' && READ.has(next))
  })
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}
