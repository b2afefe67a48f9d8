import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../../app.ts'
import { type AccountThen, accountFrom, accountThen } from '../../db/public/account-then.ts'
import { frontNews } from '../../db/public/front.ts'
import type { StatusStep } from '../../db/public/history.ts'
import { wholeHistory } from '../../db/public/lists.ts'
import { STAGE_NAMES, stageWords } from '../../stage.ts'
import { RULES_VERSION } from '../../status/reading.ts'
import { type Drawn, drawnOnce } from '../drawn.ts'
import { keptReader } from '../kept.ts'
import { answers, changedAt, dated, drawnJson, questions, wrong } from './answers.ts'
import * as param from './params.ts'
import { history, status } from './schema.status.ts'

const now = createRoute({
  method: 'get',
  path: '/api/v1/status',
  operationId: 'getStatus',
  tags: ['Status'],
  summary: 'The status with its reasons: now, or by what was published at a moment',
  request: {
    query: z.strictObject({
      at: param.time('at', 'The status by what was published at this moment, or on this day.'),
    }),
  },
  responses: answers(status, 'The status.'),
})

const rules = z.coerce
  .number()
  .int()
  .min(0)
  .optional()
  .openapi({
    param: {
      name: 'rules',
      in: 'query',
      description: 'As it was told by this version of the rules.',
    },
    type: 'integer',
    minimum: 0,
  })

const changes = createRoute({
  method: 'get',
  path: '/api/v1/status/history',
  operationId: 'getHistory',
  tags: ['Status'],
  summary: 'Every change of the status with the statements that brought it, earliest first',
  request: { query: z.strictObject({ rules }) },
  responses: answers(history, 'The changes.'),
})

export function statusRoutes(app: App) {
  const readHistory = keptReader(app, (version) => wholeHistory(version))
  return questions()
    .openapi(now, async (c) => {
      const { at = null } = c.req.valid('query')
      const today = app.now()
      if (at !== null && new Date(at) > today) {
        return wrong(c, [{ path: ['at'], message: 'lies in the future' }])
      }
      const then = await accountThen(app.db, at ?? today.toISOString())
      changedAt(c, then.counts.changedAt)
      return c.json(statusOf(app, at, then), 200)
    })
    .openapi(changes, async (c) => {
      const { rules } = c.req.valid('query')
      const reading = rules === undefined ? readHistory() : historyBy(app, rules)
      const steps = await dated(c, app, reading)
      return c.json(
        { changes: steps.map((one) => ({ ...one, words: stageWords(one.stage) })) },
        200,
      )
    })
}

/** The history as a version of the rules told it; of one that has not been, nothing. */
async function historyBy(app: App, rules: number): Promise<StatusStep[]> {
  if (rules > RULES_VERSION) return []
  return await keptReader(app, (version) => wholeHistory(version, rules))()
}

/** The status of this hour, made once for all who ask while nothing changes. */
export function statusNow(app: App): () => Promise<Drawn> {
  return drawnOnce(app, frontNews, (news, hour) => {
    const account = accountFrom(news, hour.toISOString())
    return drawnJson(statusOf(app, null, account), account.counts.changedAt)
  })
}

function statusOf({ config }: App, at: string | null, then: AccountThen) {
  const { id, title } = config.topic
  const { stage } = then
  return {
    topic: { id, title },
    at,
    words: stageWords(stage),
    tmdb: stage && STAGE_NAMES[stage].tmdb,
    imdbPro: stage && STAGE_NAMES[stage].imdbPro,
    ...then,
  }
}
