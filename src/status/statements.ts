import type { Article } from '../article.ts'
import type { Stage } from '../stage.ts'
import { rung } from '../stage.ts'
import type { Passage, Told } from '../story/passage.ts'
import { quoteKey } from '../story/quotations.ts'
import type { Voice } from '../story/voices.ts'
import { plainStage } from './authority.ts'
import type { Claim } from './claims.ts'
import type { Modality } from './modality.ts'

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
  /** Key of the quotation that holds it, to find its first appearance; null for a paraphrase. */
  quoteKey: string | null
  /** Whether the article itself presents it as said some time ago. */
  recalled: boolean
}

/** A statement before it is known when and to whom it was made, with the place it was read at. */
export type Undated = {
  statement: Statement
  sentence: Told
  /** Where its quotation ends, in characters of the paragraph; null for a paraphrase. */
  quoteEnd: number | null
}

/** The statements of an article, in the order of its text. */
export function statementsOf(article: Article, passage: Passage, claims: Claim[]): Undated[] {
  const groups = Map.groupBy(claims, ({ quote, sentence, voice }) =>
    quote
      ? `q${quote.paragraph}:${quote.start}`
      : `s${sentence.paragraph}:${sentence.start}:${voice.role}:${voice.name}`,
  )
  return [...groups.values()]
    .flatMap((group) => reduced(group))
    .map((claim, i) => ({
      statement: statementOf(`${article.id}#${i}`, passage, claim),
      sentence: claim.sentence,
      quoteEnd: claim.quote?.end ?? null,
    }))
}

/** Of one quotation or sentence: its best claim, what it denies, what rests; no question. */
function reduced(group: Claim[]): Claim[] {
  const said = group.filter(({ cue }) => cue.modality !== 'question')
  const claims = said.filter(({ cue }) => cue.modality !== 'denial')
  const ranked = claims.toSorted((a, b) => strength(b) - strength(a))
  const best = ranked.find(({ cue }) => rung(cue.stage) >= 0)
  const ends = ranked.filter(({ cue }) => rung(cue.stage) < 0)
  const off = ends.find(({ cue }) => cue.stage === 'cancelled') ?? ends[0]
  const denials = said.filter(
    ({ cue }) => cue.modality === 'denial' && (cue.stage !== 'talks' || cue.rule === 'talking'),
  )
  const firsts = [...Map.groupBy(denials, ({ cue }) => cue.stage).values()].flatMap(
    (same) => same[0] ?? [],
  )
  const kept = [off, best, ...firsts].filter((claim) => claim !== undefined)
  return kept.filter(
    ({ voice, cue }) =>
      voice.role !== 'outlet' || cue.stage !== 'talks' || cue.modality === 'denial',
  )
}

/** Facts outweigh wishes, which outweigh what is conditional; then the higher stage. */
function strength({ cue: { stage, modality, rule }, voice, quote }: Claim): number {
  const sure = {
    fact: 300,
    plan: 300,
    wish: 200,
    rumor: 150,
    conditional: 100,
    question: 0,
    denial: 0,
  }
  return sure[modality] + rung(plainStage(stage, rule, voice.role, quote !== null))
}

function statementOf(
  id: string,
  passage: Passage,
  { cue, voice, quote, sentence }: Claim,
): Statement {
  const paragraph = passage.paragraphs[sentence.paragraph] ?? ''
  const quoted = quote ? paragraph.slice(quote.start, quote.end).trim().replace(/,$/, '') : null
  const isClaim = cue.modality !== 'denial' && cue.modality !== 'question'
  const modality = voice.role === 'insider' && isClaim ? 'rumor' : cue.modality
  return {
    id,
    speaker: voice.name,
    role: voice.role,
    quote: quoted,
    evidence: quoted ?? sentence.text.trim(),
    givenTo: null,
    saidOn: null,
    stage:
      modality === 'denial'
        ? cue.stage
        : plainStage(cue.stage, cue.rule, voice.role, quote !== null),
    modality,
    rule: cue.rule,
    quoteKey: quoted ? quoteKey(quoted) : null,
    recalled: rung(cue.stage) < 0 && cue.past,
  }
}
