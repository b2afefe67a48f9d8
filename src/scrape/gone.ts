import type { App } from '../app.ts'
import {
  articlesOfText,
  goneOriginal,
  markGone,
  type Standing,
  setHeir,
  setMoment,
} from '../db/gone.ts'
import { dropQuotations, findPlace } from '../db/places.ts'
import { followers, inTurn } from './settle.ts'

/**
 * An article's page is gone for good: its oldest standing copy takes its place, in its story, for its
 * quotations and statements, from when it counted. Without a copy all stays as it was.
 */
export async function takeOver(app: App, articleId: string, why: string): Promise<void> {
  await succeed(app, articleId, { at: app.now().toISOString(), why })
}

/** An article's page is there again: all is as before. */
export async function comeBack(app: App, articleId: string): Promise<void> {
  await succeed(app, articleId, { at: null, why: null })
}

/** An article has become a copy: where its original is gone, it may be the one to stand for it. */
export async function standFor(app: App, copyId: string): Promise<void> {
  const original = await goneOriginal(app.db, copyId)
  if (original) await succeed(app, original, null)
}

/** Lets the right one of a text's articles stand; `gone` is what is new of this one, if anything. */
async function succeed(
  app: App,
  articleId: string,
  gone: { at: string | null; why: string | null } | null,
): Promise<void> {
  let moved: string[] = []
  await inTurn(app, async () => {
    const article = await findPlace(app.db, articleId)
    if (!article) return null
    const family = await articlesOfText(app.db, articleId)
    const now = family.map((one) =>
      gone && one.id === articleId ? { ...one, goneAt: gone.at } : one,
    )
    const changed = succession(now)
    moved = changed.map(({ id }) => id)
    const places = await Promise.all(moved.map((id) => findPlace(app.db, id)))
    const later = await Promise.all(
      places.flatMap((place) => (place ? [followers(app, place)] : [])),
    )
    return {
      turn: article.turn,
      writes: [
        ...(gone ? [markGone(app.db, articleId, gone.at, gone.why)] : []),
        ...changed.flatMap(({ id, heirId, moment }) => [
          setHeir(app.db, id, heirId),
          setMoment(app.db, id, moment),
        ]),
        ...places.flatMap((place) => (place ? [dropQuotations(app.db, place.reading, [])] : [])),
      ],
      later: changed.length ? [...new Set([...moved, ...later.flat()])] : [],
    }
  })
  app.log('gone', { article: articleId, at: gone?.at, moved: moved.length })
}

/** Whose heir or moment changes, in the order in which they are to be placed. */
function succession(family: Standing[]): Standing[] {
  const [first, ...copies] = family
  if (!first) return []
  const heir = first.goneAt === null ? null : (copies.find((one) => one.goneAt === null) ?? null)
  const wanted = family.map((one) => {
    if (one === first) return { ...one, heirId: heir?.id ?? null }
    return { ...one, heirId: null, moment: one === heir ? first.moment : one.own }
  })
  return wanted
    .filter((one, i) => one.heirId !== family[i]?.heirId || one.moment !== family[i]?.moment)
    .toSorted((a, b) => Number(a.heirId !== null) - Number(b.heirId !== null) || order(a, b))
}

function order(a: Standing, b: Standing): number {
  return a.moment.localeCompare(b.moment) || a.id.localeCompare(b.id)
}
