import type { Plan } from '../../src/plan.ts'
import type { Printed } from '../db/public/newsroom.ts'
import { TOPIC } from '../scrape/web.ts'
import { passed } from './bounds.ts'
import { type Case, casesOf, LOOKED_AT } from './jobs.ts'
import { fillDatabase } from './stock.ts'
import { openWorker, type World } from './worker.ts'

const AT = '2026-11-20T08:20:00Z'
const MAIL = ['plan', 'send', 'confirm']
const NOTHING: World = () => undefined

/** Does every kind of job at its largest; each bound that one passes, in words. */
export async function jobsPassing(plan: Plan): Promise<string[]> {
  let world = NOTHING
  const vars = { TOPIC: JSON.stringify(TOPIC), SOURCES: JSON.stringify(LOOKED_AT), PLAN: plan }
  const worker = await openWorker(vars, (request) => world(request), AT)
  const { articles } = await fillDatabase(family())
  const over: string[] = []
  for (const [kind, cases] of Object.entries(casesOf(articles))) {
    for (const one of cases as Case[]) {
      world = one.world ?? NOTHING
      for (const use of await usesOf(worker, kind, one)) {
        over.push(...passed(use, plan).map((bound) => `${kind}, ${one.name}: ${bound}`))
      }
    }
  }
  return over
}

async function usesOf(worker: Awaited<ReturnType<typeof openWorker>>, kind: string, one: Case) {
  const { before, job, times = 1, overtaken = 0 } = one
  await before?.()
  const body = typeof job === 'function' ? await job() : job
  const uses = []
  for (let nth = 0; nth < times; nth += 1) {
    worker.others.faster = overtaken
    const attempts = 2 // the second costs a statement more
    const queue = MAIL.includes(kind) ? 'alita2-mail' : 'alita2-scrape'
    const { use, result } = await worker.work(queue, [body], attempts)
    if (result.outcome !== 'ok') throw new Error(`${kind}, ${one.name}: ${result.outcome}`)
    uses.push(use)
  }
  return uses
}

/** An article and its copies. */
function family(): Printed[] {
  return Array.from({ length: 6 }, (_, n) => ({
    outlet: `family-${n}.example`,
    slug: 'interview',
    title: 'Ines Quarrie on the sequel to Glass Harbor',
    text: [
      'Director Ines Quarrie sat down and spoke at length about the years since then.',
      '“I want to make Glass Harbor 2 before the harbor is gone for good,” Ines Quarrie told us there.',
      'She said that the crew would come back from every corner of the coast when they are called.',
    ],
    published: new Date(Date.parse('2026-03-01T08:00:00Z') + n * 3_600_000).toISOString(),
  }))
}
