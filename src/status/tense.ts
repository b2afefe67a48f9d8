import type { Token } from '../story/tokens.ts'

const PAST = new Set(
  'ago after formerly had originally previously since once was were until before earlier vor nach avant apres antes despues prima dopo depois'.split(
    ' ',
  ),
)

/** Words that make a rest history wherever they stand before it. Example: "two of them on a shelf". */
const LONG_AGO = new Set(
  'before durante during formerly had hatte jahrelang pendant previously'.split(' '),
)

const YEAR = /^(?:19|20)\d\d$/

/** A word of the past in the cue's clause, before it; for a rest, in the sentence. */
export function isPast(tokens: Token[], from: number, to: number, isRest: boolean): boolean {
  const clause = tokens[from]?.clause
  const before = tokens.slice(0, from)
  if (isRest && before.some(({ word }) => LONG_AGO.has(word) || YEAR.test(word))) return true
  if (isRest && (isBygone(tokens, from, to) || isRemembered(before))) return true
  return before.some((token) => token.clause === clause && PAST.has(token.word))
}

const BYGONE = 8 // words after an end that may tell when it was

/** "which it scrapped in 2021", "cancelled two years ago": an end with a time that is over. */
function isBygone(tokens: Token[], from: number, to: number): boolean {
  const clause = tokens[from]?.clause
  const after = tokens.slice(to, to + BYGONE).filter((token) => token.clause === clause)
  return after.some(
    ({ word }, i) =>
      word === 'ago' ||
      (YEAR.test(word) && after[i - 1]?.word !== 'until') ||
      (word === 'last' && LAST.has(after[i + 1]?.word ?? '')),
  )
}

const LAST = new Set(
  `year spring summer fall autumn winter january february march april may june july august
  september october november december`.split(/\s+/),
)

/** "I told everybody that it was dead": what was thought then. */
function isRemembered(before: Token[]): boolean {
  return before.some(
    ({ word }, i) =>
      THOUGHT.has(word) && THINKERS.has(before[i - 1]?.word ?? before[i - 2]?.word ?? ''),
  )
}

const THOUGHT = new Set('thought told telling believed assumed figured feared declared'.split(' '))
const THINKERS = new Set('i we they people everyone everybody you round around'.split(' '))
const TO_COME = new Set(
  `next soon later january february march april may june july august september october november
  december spring summer fall autumn winter q1 q2 q3 q4 weeks months tomorrow shortly
  januar februar marz mai juni juli august oktober dezember fruhjahr sommer herbst nachsten
  nachstes kommenden bald janvier fevrier mars avril juin juillet aout septembre octobre decembre
  printemps automne hiver prochain prochaine bientot enero febrero marzo abril mayo junio julio
  agosto septiembre octubre noviembre diciembre primavera verano otono invierno proximo proxima
  pronto gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre estate autunno
  inverno prossimo prossima presto janeiro fevereiro marco maio junho julho setembro outubro
  novembro dezembro verao outono breve previsto prevista previstos previstas prevu prevue prevus
  prevues geplant vorgesehen programado programada trimestre trimester quartal quarter`.split(
    /\s+/,
  ),
)
const REACH = 8 // words

/** A time to come, in the words that follow in the clause; none where what is told has begun. */
export function isToCome(tokens: Token[], from: number, to: number): boolean {
  const clause = tokens[to - 1]?.clause
  const after = tokens.slice(to, to + REACH).filter((token) => token.clause === clause)
  const at = after.findIndex(({ word }) => TO_COME.has(word))
  if (isBegun(tokens, from, to)) return false
  return at >= 0 && !tokens.slice(to - 1, to + at).some(({ word }) => LASTING.has(word))
}

/** Before a time, what goes on. Example: "We are shooting until spring", "seit Januar". */
const LASTING = new Set(
  'until till through since bis seit jusqu depuis hasta desde fino da dal dall ate'.split(' '),
)

/** Whether a verb of the past tells it: "Filming began in May", "el rodaje empezó en mayo". */
export function isBegun(tokens: Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some(
      ({ word }, i) =>
        BEGUN.has(word) || (PARTICIPLES.has(word) && PERFECT.has(tokens[from + i - 1]?.word ?? '')),
    )
}

/** "A commencé en mars", "has begun": what makes a participle past. */
const PERFECT = new Set('a ont ha han has have had hat haben ist sind sono'.split(' '))
const PARTICIPLES = new Set(
  `abgeschlossen angelaufen arrancado beendet begonnen begun comenzado commence cominciate debute
  demarre empezado gestartet iniziate partite termine terminado`.split(/\s+/),
)

const BEGUN = new Set(
  `began commenced ended finished got kicked resumed rolled started went wrapped
  arranco comenzo empezo termino acabo concluyo begann begannen startete starteten endete endeten
  iniziarono cominciarono finirono arrancou arrancaram comecaram comecou
  terminaram terminou`.split(/\s+/),
)

/** Words that put off what a verb tells. Example: "is due to start", "may begin". */
const AHEAD = new Set(
  `will would could should may might set due scheduled slated expected planned aiming hoping eyeing
  before until`.split(/\s+/),
)
const DONE = new Set('started began begun continued'.split(' '))
const NEAR = 3 // words

/** Whether what is told lies ahead, by a word in it or shortly before it in its clause. */
export function isAhead(tokens: Token[], from: number, to: number): boolean {
  const clause = tokens[from]?.clause
  if (isForetold(tokens, from, to)) return true
  return tokens.slice(Math.max(0, from - NEAR), to - 1).some(({ word, clause: own }, i) => {
    const at = Math.max(0, from - NEAR) + i
    if (own !== clause) return false
    if (word === 'before' && isPlace(tokens[at + 1], tokens[at + 2])) return false
    if (word !== 'to') return AHEAD.has(word)
    return (at === from - 1 || at === to - 2) && !DONE.has(tokens[at - 1]?.word ?? '')
  })
}

/** "before the cameras" is a place. */
function isPlace(...next: (Token | undefined)[]): boolean {
  return next.some((token) => token?.word === 'cameras' || token?.word === 'camera')
}

/** "They will move on February 10, which is when the shoot begins": the present of what will be. */
function isForetold(tokens: Token[], from: number, to: number): boolean {
  if (!tokens.slice(from, to).some(({ word }) => PRESENT.has(word))) return false
  const before = tokens.slice(0, from)
  return before.some(({ word }) => word === 'will') && before.some(({ word }) => TO_COME.has(word))
}

const PRESENT = new Set('begin begins commence commences kicks roll rolls start starts'.split(' '))
