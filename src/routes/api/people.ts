import { createRoute, z } from '@hono/zod-openapi'
import type { App } from '../../app.ts'
import { everybody, everyOutlet, MOST_LISTED } from '../../db/public/lists.ts'
import { findPerson } from '../../db/public/people.ts'
import { keptReader } from '../kept.ts'
import { answers, answersOrNone, dated, nextOf, none, questions } from './answers.ts'
import * as param from './params.ts'
import { outletList, personInFull, personList } from './schema.people.ts'

const people = createRoute({
  method: 'get',
  path: '/api/v1/people',
  operationId: 'listPeople',
  tags: ['Words'],
  summary: 'Who has said something, by how often it was printed',
  request: { query: z.strictObject({ limit: param.limit(100, MOST_LISTED) }) },
  responses: answers(personList, 'The people.'),
})

const person = createRoute({
  method: 'get',
  path: '/api/v1/people/{id}',
  operationId: 'getPerson',
  tags: ['Words'],
  summary: 'One person, by slug, and a page of what they said, latest first',
  request: {
    params: param.idParam,
    query: z.strictObject({
      limit: param.limit(25, 100),
      ...param.part,
    }),
  },
  responses: answersOrNone(personInFull, 'The person.'),
})

const outlets = createRoute({
  method: 'get',
  path: '/api/v1/outlets',
  operationId: 'listOutlets',
  tags: ['Where from'],
  summary: 'How each outlet does: how often first, how fast, how often too loud, with the counts',
  request: { query: z.strictObject({ limit: param.limit(100, MOST_LISTED) }) },
  responses: answers(outletList, 'The outlets.'),
})

export function peopleRoutes(app: App) {
  const [readPeople, readOutlets] = [keptReader(app, everybody), keptReader(app, everyOutlet)]
  return questions()
    .openapi(people, async (c) => {
      const { limit } = c.req.valid('query')
      const list = await dated(c, app, readPeople())
      return c.json({ people: list.slice(0, limit) }, 200)
    })
    .openapi(person, async (c) => {
      const found = await findPerson(app.db, c.req.valid('param').id, c.req.valid('query'))
      if (!found) return none(c, 'such person who said anything')
      const { items, next } = found.said
      return c.json({ person: found.person, statements: items, next: nextOf(c.req.url, next) }, 200)
    })
    .openapi(outlets, async (c) => {
      const { limit } = c.req.valid('query')
      const list = await dated(c, app, readOutlets())
      return c.json({ outlets: list.slice(0, limit) }, 200)
    })
}
