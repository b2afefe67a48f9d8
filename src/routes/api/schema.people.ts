import { z } from '@hono/zod-openapi'
import { MOST_APPEARANCES } from '../../db/public/quotations.ts'
import { article, articleLink, statement } from './schema.news.ts'
import { count, day, link, moment, next, role } from './schema.words.ts'

export const quotation = z
  .object({
    slug: z.string(),
    key: z.string().openapi({ description: 'Its words, folded: equal in every outlet’s hand.' }),
    words: z.string().openapi({ description: 'As first printed, without the marks.' }),
    speaker: z.string().nullable(),
    role,
    saidOn: day.nullable(),
    givenTo: z.string().nullable(),
    moment: moment.openapi({ description: 'When it first appeared.' }),
    storyId: z.string(),
    article: articleLink,
  })
  .openapi('Quotation')

const appearance = z
  .object({
    articleId: z.string(),
    outlet: z.string(),
    title: z.string(),
    url: link,
    published: moment.nullable(),
    moment,
    storyId: z.string(),
    duplicateOf: z.string().nullable(),
    words: z.string().openapi({ description: 'As this article prints it.' }),
    sameness: z.number().openapi({ minimum: 0, maximum: 1 }),
  })
  .openapi('Appearance')

export const quotationInFull = quotation
  .extend({
    appearances: z.array(appearance).openapi({
      description: `Earliest first, ${MOST_APPEARANCES} at most.`,
    }),
  })
  .openapi('QuotationInFull')

const person = z
  .object({
    slug: z.string(),
    name: z.string(),
    role,
    statements: count,
    fresh: count.openapi({ description: 'How many of them were new.' }),
    firstAt: moment,
    lastAt: moment,
    newAt: moment.nullable().openapi({ description: 'When words of theirs were last new.' }),
  })
  .openapi('Person')

export const personInFull = z
  .object({ person, statements: z.array(statement), next })
  .openapi('PersonInFull', { description: 'Somebody, and what they said, latest first.' })

const outlet = z
  .object({
    name: z.string(),
    articles: count,
    copies: count,
    claims: count.openapi({ description: 'Headlines that claim a stage.' }),
    overclaims: count.openapi({ description: 'Those that claim more than was said.' }),
    firsts: count.openapi({ description: 'Stories of which it had the earliest article.' }),
    followed: count.openapi({ description: 'Dated articles on stories that began elsewhere.' }),
    medianHours: z.number().nullable().openapi({
      description: 'Hours that half of those came after the story’s earliest article.',
    }),
  })
  .openapi('Outlet')

export const quotationList = z.object({ quotes: z.array(quotation), next }).openapi('QuotationList')
export const personList = z.object({ people: z.array(person) }).openapi('PersonList')
export const outletList = z.object({ outlets: z.array(outlet) }).openapi('OutletList')

export const found = z
  .object({
    query: z.string(),
    articles: z.array(article),
    people: z.array(person.pick({ slug: true, name: true, role: true, statements: true })),
    quotes: z.array(quotation),
  })
  .openapi('Found')
