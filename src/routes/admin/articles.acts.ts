import type { z } from 'zod'
import type { App } from '../../app.ts'
import { findCorrection } from '../../db/corrections.ts'
import {
  type Corrected,
  correctStatement,
  markGone,
  markOriginal,
  markRelevance,
  mergeStories,
  moveArticle,
  splitArticle,
  undoCorrection,
} from '../../scrape/correct.ts'
import type { StatementChange } from '../../status/corrections.ts'
import type { GONE, INTO, ONE, RELEVANCE, WantedStatement } from './articles.asks.ts'
import { idMeant } from './articles.read.ts'
import { type Trouble, trouble } from './trouble.ts'
import type { Asked, Done } from './twin.tsx'

type AskedOne = Asked<z.infer<typeof ONE>>
type AskedInto = Asked<z.infer<typeof INTO>>
type Acts = Promise<Done | Trouble>

// Each act is in the audit log: src/scrape/correct.ts writes it in the batch of the act.

/** Takes an article out of its story. */
export async function split(app: App, { wanted: { id }, who }: AskedOne): Acts {
  return doneOf(await splitArticle(app, { articleId: id, by: who }), id, 'It is by itself now.')
}

/** Puts an article into another story. */
export async function move(app: App, { wanted, who }: AskedInto): Acts {
  const { id } = wanted
  const into = await idMeant(app, wanted.into)
  if (!into) return noTarget(wanted.into)
  return doneOf(await moveArticle(app, { articleId: id, into, by: who }), id, 'It is moved.')
}

/** Shows a story in another. */
export async function merge(app: App, { wanted, who }: AskedInto): Acts {
  const into = await idMeant(app, wanted.into)
  if (!into) return noTarget(wanted.into)
  const corrected = await mergeStories(app, { storyId: wanted.id, into, by: who })
  return doneOf(corrected, wanted.id, 'Both are one story now.')
}

/** Says whether an article is about the film. */
export async function relevance(
  app: App,
  { wanted: { id, relevant }, who }: Asked<z.infer<typeof RELEVANCE>>,
): Acts {
  const isSo = relevant === 'yes'
  const said = isSo ? 'It counts now.' : 'It is left out now.'
  return doneOf(await markRelevance(app, { articleId: id, relevant: isSo, by: who }), id, said)
}

/** Says that an article is no copy. */
export async function original(app: App, { wanted: { id }, who }: AskedOne): Acts {
  return doneOf(await markOriginal(app, { articleId: id, by: who }), id, 'It is no copy now.')
}

/** Says whether the page of an article is gone for good. */
export async function gone(
  app: App,
  { wanted: { id, gone: answer }, who }: Asked<z.infer<typeof GONE>>,
): Acts {
  const isGone = answer === 'yes'
  const said = isGone ? 'A copy takes its place, if there is one.' : 'It is there again.'
  return doneOf(await markGone(app, { articleId: id, isGone, by: who }), id, said)
}

/** Corrects or strikes a statement. */
export async function statement(app: App, { wanted, who }: Asked<WantedStatement>): Acts {
  const { id, number, strike, ...fields } = wanted
  const given = Object.entries(fields).filter(([, value]) => value !== undefined)
  const change: StatementChange = strike ? { isStruck: true } : Object.fromEntries(given)
  const corrected = await correctStatement(app, { statementId: `${id}#${number}`, change, by: who })
  return doneOf(corrected, id, strike ? 'It is struck.' : 'It is corrected.')
}

/** Undoes a correction; what others say of the same holds. */
export async function undo(app: App, { wanted: { id }, who }: AskedOne): Acts {
  const correction = await findCorrection(app.db, id)
  const corrected = await undoCorrection(app, { id, by: who })
  return doneOf(corrected, correction?.articleId ?? '', 'It is undone.')
}

function doneOf(corrected: Corrected, articleId: string, said: string): Done | Trouble {
  switch (corrected.kind) {
    case 'unknown':
      return trouble(404, 'Unknown', 'Nothing that is kept has this id.')
    case 'refused':
      return trouble(409, 'Refused', corrected.reason)
    case 'corrected':
      return { said, to: `/articles/${articleId}`, data: { correction: corrected.id } }
  }
}

function noTarget(into: string): Trouble {
  return trouble(404, 'Unknown', `No article or story has the id or address "${into}".`)
}
