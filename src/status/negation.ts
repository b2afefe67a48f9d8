import type { Token } from '../story/tokens.ts'
import { words } from './word-set.ts'

/** Words that turn what follows in their clause. Example: "nobody has greenlit anything". */
const NEGATIONS =
  words(`not no never nobody none neither nor nothing no-one without hardly false untrue
  denies denied denying deny dismissed debunked refuted refused refuses declined declines isnt
  ni nunca nadie sin niega jamas kein keine keinen keiner nicht nie niemand weder ohne
  ne pas aucun aucune jamais personne sans non nessun nessuna nessuno mai senza nao nenhum nenhuma ninguem sem`)

/** Words between a negation and its cue: further away they belong to something else. */
const NEGATION_REACH = 7
/** Languages that deny at the clause's end: German nicht, French pas. */
const NEGATIONS_AFTER = words(`nicht kein keine keinen pas nie niemand wenig aucun aucune ninguno
  ninguna nessuno nessuna nenhum nenhuma`)

/** "not only", "no doubt", "can't wait": no denial. */
const NO_NEGATION: [string, ReadonlySet<string>][] = [
  [
    'not',
    words('only just merely simply wait help until impossible surprisingly surprising alone'),
  ],
  ['no', words('doubt longer secret matter surprise stranger less question wonder')],
  ['nothing', words('but less')],
  ['never', words('say been mind')],
  ['non', words('solo')],
]

/** Whether a word before the words `from` to `to` (exclusive), in them or after them denies them. */
export function isNegated(tokens: Token[], from: number, to: number): boolean {
  const clause = tokens[from]?.clause
  for (let at = from - 1; at >= Math.max(0, from - NEGATION_REACH); at--) {
    const token = tokens[at]
    if (!token || token.clause !== clause || UNTIL.has(token.word)) break
    if (NEGATIONS.has(token.word) && !isExcused(token.word, tokens[at + 1]?.word)) return true
    if (token.word === 'yet' && tokens[at + 1]?.word === 'to') return true
    if (token.word === 'out' && tokens[at + 1]?.word === 'of') return true
    if (token.word === 'too' && EARLY.has(tokens[at + 1]?.word ?? '')) return true
    if (token.word === 'short' && tokens[at + 1]?.word === 'of') return true
    if (token.word === 'far' && tokens[at + 1]?.word === 'from') return true
  }
  if (tokens.slice(from + 1, to - 1).some(({ word }) => NEGATIONS.has(word))) return true
  return isNegatedAfter(tokens, from, to)
}

/** "Wir drehen nicht", and of a noun "el rodaje no tiene fecha". */
function isNegatedAfter(tokens: Token[], from: number, to: number): boolean {
  const clause = tokens[from]?.clause
  const after = tokens.slice(to, to + 2 * NEGATION_REACH).filter((token) => token.clause === clause)
  const isSubject = to - from === 1 && SHOOTS.has(tokens[from]?.word ?? '')
  const isDenied = isSubject && after.slice(0, OF_SUBJECT).some(({ word }) => NO.has(word))
  return isDenied || after.some(({ word }) => NEGATIONS_AFTER.has(word))
}

const SHOOTS = words('filmagens gravacoes riprese rodagem rodaje')
const OF_SUBJECT = 5 // words that may stand between a noun and what is not told of it
const NO = words('no non nao')

/** "They decide nothing until they have read the script": what is waited for is not denied. */
const UNTIL = words('until till bis hasta finche ate')

const EARLY = words('early soon premature')

function isExcused(word: string, next: string | undefined): boolean {
  return NO_NEGATION.some(([head, tails]) => head === word && next !== undefined && tails.has(next))
}
