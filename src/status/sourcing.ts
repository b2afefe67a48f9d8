import type { Article } from '../article.ts'
import { dayIn } from '../story/dates.ts'
import { type Given, givenIn } from '../story/given-to.ts'
import type { Lens } from '../story/lens.ts'
import type { Passage, Told } from '../story/passage.ts'
import type { Statement, Undated } from './statements.ts'

const OLD_DAYS = 45
const DAY_MS = 86_400_000

/** "once said", "had previously told": said before, no day given. */
const ONCE =
  /\b(?:once|previously|formerly|earlier|already) (?:\p{L}+ )?(?:said|told|mentioned|talked|revealed|admitted|hinted|teased|confirmed|stated|expressed|promised)\b|\b(?:said|told|revealed|confirmed) (?:previously|before)\b/u

/** Adds to each statement the outlet it was given to, its day, and whether it is told as past. */
export function sourced(
  lens: Lens,
  article: Article,
  body: Passage,
  found: Undated[],
): Statement[] {
  return found.map(({ statement, claim }) => {
    const around = placesOf(body, claim.sentence, claim.quote?.end ?? null)
    const texts = around.map((sentence) => plainText(body, sentence))
    const givens = texts.flatMap((text) => givenIn(lens, text, article.outlet) ?? [])
    const own = texts
      .slice(0, claim.quote ? 2 : 1)
      .join(' ')
      .toLowerCase()
    const saidOn = dayIn(own, article.published)
    const isOld = isLongBefore(saidOn, article.published) || ONCE.test(own)
    return {
      ...statement,
      givenTo: (givens.find(({ how }) => how === 'told') ?? givens[0])?.outlet ?? null,
      saidOn,
      recalled: statement.recalled || isOld,
    }
  })
}

/** The sentence of a claim, where its quotation ends, and the one before, in one paragraph. */
function placesOf(body: Passage, at: Told, quoteEnd: number | null): Told[] {
  const here = body.sentences.filter(({ paragraph }) => paragraph === at.paragraph)
  const i = here.findIndex(({ start }) => start === at.start)
  const closing = quoteEnd === null ? undefined : here.find(({ end }) => end > quoteEnd + 1)
  const places = [here[i], closing, here[i - 1]].filter((place) => place !== undefined)
  return [...new Set(places)]
}

function plainText(body: Passage, { paragraph, start, end }: Told): string {
  return (body.plain[paragraph] ?? '').slice(start, end)
}

function isLongBefore(saidOn: string | null, published: string | null): boolean {
  if (!saidOn || !published) return false
  const last =
    saidOn.length === 4 ? `${saidOn}-12-31` : saidOn.length === 7 ? `${saidOn}-28` : saidOn
  return Date.parse(published) - Date.parse(last) > OLD_DAYS * DAY_MS
}

/**
 * Who chiefly speaks: somebody whom the headline names and who makes a statement; else the first
 * who makes one now; else the first at all. Null for insiders and an outlet's own piece.
 */
export function chiefSpeaker(head: Passage, statements: Statement[]): string | null {
  const inHeadline = head.sentences.flatMap(({ met }) =>
    met.flatMap(({ voice }) => voice?.name ?? []),
  )
  const spoken = statements.filter(({ speaker, stage }) => speaker !== null && stage !== null)
  const chief =
    spoken.find(({ speaker, recalled }) => !recalled && inHeadline.includes(speaker ?? '')) ??
    spoken.find(({ recalled }) => !recalled) ??
    spoken[0]
  return chief?.speaker ?? null
}

/**
 * The outlet that the news was first given to: where the chief speaker's words are told to be
 * from, else the first place of the text that tells of a source, else the article's own outlet.
 */
export function originalOutlet(
  lens: Lens,
  article: Article,
  body: Passage,
  statements: Statement[],
  chief: string | null,
): string {
  const given = statements.find(
    ({ speaker, givenTo, recalled }) =>
      speaker === chief && chief !== null && givenTo !== null && !recalled,
  )
  const all = body.sentences.flatMap(
    (sentence) => givenIn(lens, plainText(body, sentence), article.outlet) ?? [],
  )
  const named = given?.givenTo ?? firstOf(all)?.outlet ?? article.outlet
  return all.map(({ outlet }) => outlet).find((outlet) => outlet.endsWith(` ${named}`)) ?? named
}

function firstOf(all: Given[]): Given | undefined {
  return all.find(({ how }) => how === 'told') ?? all[0]
}
