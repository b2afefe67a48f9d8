import type { Article } from '../article.ts'
import type { Stage } from '../stage.ts'
import { isGreenlitOrBeyond, rung } from '../stage.ts'
import type { Attributed } from '../story/attribution.ts'
import { type Focus, type Focused, focusAt } from '../story/focus.ts'
import type { Passage, Told } from '../story/passage.ts'
import { quoteKey } from '../story/quotations.ts'
import { isTitle } from '../story/titles.ts'
import { tokensOf } from '../story/tokens.ts'
import type { Voice } from '../story/voices.ts'
import { type Cue, cuesIn } from './cues.ts'
import type { Modality } from './modality.ts'
import { voiceAt } from './voice-at.ts'

/** Who says what about the status of the film, and where it stands in the article. */
export type Statement = {
  /** The article's id, a hash and a number: `ID#2`. */
  id: string
  speaker: string | null
  role: Voice['role']
  /** As printed, without marks; null for a paraphrase. */
  quote: string | null
  /** Exact span of one paragraph of the article, or of its text. */
  evidence: string
  /** Outlet or programme that it was first said to, as far as the article tells. */
  givenTo: string | null
  /** Day, or month in seven letters, as far as the article tells. */
  saidOn: string | null
  /** What it supports if true; with modality denial, what is denied. */
  stage: Stage | null
  modality: Modality
  /** Name of the rule that read it, a row of the table of stage words. */
  rule: string
  /** Whether a piece of a stage is meant, whose denial leaves the stage: "there is no script". */
  part: boolean
  /** Key of the quotation that holds it, to find its first appearance; null for a paraphrase. */
  quoteKey: string | null
  /** Whether the article itself presents it as said some time ago. */
  recalled: boolean
}

/** A cue with its voice and what the place is about. */
export type Claim = {
  cue: Cue
  voice: Voice
  quote: Attributed | null
  sentence: Told
  focus: Focus
}

/** Every place of a passage that claims, denies or wishes a stage of the awaited film. */
export function claimsOf(passage: Passage, focused: Focused[]): Claim[] {
  return passage.sentences.flatMap((sentence, i) => {
    const plain = passage.plain[sentence.paragraph] ?? ''
    const tokens = tokensOf(plain, sentence.start, sentence.end)
    const isQuestion = /\?["”’'»“)\]]*$/.test(sentence.text.trim())
    const films = focused[i]
    if (!films) return []
    return cuesIn(tokens, isQuestion).flatMap((cue): Claim[] => {
      if (
        films.films.some(
          (film) => film.kind === 'other' && film.start <= cue.start && film.end >= cue.end,
        )
      )
        return []
      const { voice, quote } = voiceAt(passage, sentence, cue)
      if (quote && isTitle(plain.slice(quote.start, quote.end)) && !quote.stated) return []
      const focus = focusAt(films, cue.start, cue.end)
      const claim = { cue, voice, quote, sentence, focus }
      return isAbout(claim, films) ? [claim] : []
    })
  })
}

/**
 * Whether a claim is of the awaited film. The first film, named last, stands for it in a wish or
 * when something is said to rest or be worked on now; that it was made, shot and shown is history.
 */
function isAbout({ cue, focus }: Claim, { films }: Focused): boolean {
  if (focus === 'other') return false
  if (cue.stage === 'released') return films.some(({ kind }) => kind === 'awaited')
  if (focus === 'awaited') return true
  if (focus === 'unknown') return rung(cue.stage) <= rung('development')
  return cue.modality === 'denial' || !isGreenlitOrBeyond(cue.stage)
}

/** The statements of an article, in the order of its text. */
export function statementsOf(article: Article, passage: Passage, claims: Claim[]): Statement[] {
  const groups = Map.groupBy(claims, ({ quote, sentence, voice }) =>
    quote
      ? `q${quote.paragraph}:${quote.start}`
      : `s${sentence.paragraph}:${sentence.start}:${voice.role}:${voice.name}`,
  )
  return [...groups.values()]
    .flatMap((group) => reduced(group).map((claim) => statementOf(passage, claim)))
    .map((statement, i) => ({ ...statement, id: `${article.id}#${i}` }))
}

/** Of one quotation or sentence: its best claim, what it denies, what rests; no question. */
function reduced(group: Claim[]): Claim[] {
  const said = group.filter(({ cue }) => cue.modality !== 'question')
  const claims = said.filter(({ cue }) => cue.modality !== 'denial')
  const best = claims.toSorted((a, b) => strength(b.cue) - strength(a.cue))[0]
  const denials = said.filter(({ cue }) => cue.modality === 'denial')
  const firsts = [...Map.groupBy(denials, ({ cue }) => cue.stage).values()].flatMap(
    (same) => same[0] ?? [],
  )
  const kept = best ? [best, ...firsts] : firsts
  return kept.filter(
    ({ voice, cue }) =>
      voice.role !== 'outlet' || cue.stage !== 'talks' || cue.modality === 'denial',
  )
}

/** Facts outweigh wishes, which outweigh what is conditional; then the higher stage. */
function strength({ stage, modality }: Cue): number {
  const sure = {
    fact: 300,
    plan: 300,
    wish: 200,
    rumor: 150,
    conditional: 100,
    question: 0,
    denial: 0,
  }
  return sure[modality] + (rung(stage) < 0 ? 50 : rung(stage))
}

function statementOf(
  passage: Passage,
  { cue, voice, quote, sentence }: Claim,
): Omit<Statement, 'id'> {
  const paragraph = passage.paragraphs[sentence.paragraph] ?? ''
  const quoted = quote ? paragraph.slice(quote.start, quote.end).trim().replace(/,$/, '') : null
  const isUnnamed = voice.role === 'insider' || voice.role === 'outlet'
  const modality =
    isUnnamed && (cue.modality === 'fact' || cue.modality === 'plan') && voice.role === 'insider'
      ? 'rumor'
      : cue.modality
  return {
    speaker: voice.name,
    role: voice.role,
    quote: quoted,
    evidence: quoted ?? sentence.text.trim(),
    givenTo: null,
    saidOn: null,
    stage: cue.stage,
    modality,
    rule: cue.rule,
    part: cue.part,
    quoteKey: quoted ? quoteKey(quoted) : null,
    recalled: false,
  }
}
