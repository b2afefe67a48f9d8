import type { KnownQuotation, Quotation } from '../story/quotations.ts'
import type { KnownStory } from '../story/stories.ts'
import { elementsOf } from './rows.ts'

/** A story as its founder tells it; founded again, it is as its founder tells it now. */
export function storyRow(db: D1Database, story: KnownStory): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO stories (id, moment, speaker, original, keys)
       VALUES (?1, ?2, ?3, ?4, ?5)
       ON CONFLICT (id) DO UPDATE
       SET moment = excluded.moment, speaker = excluded.speaker, original = excluded.original,
           keys = excluded.keys
       WHERE (stories.moment, stories.speaker, stories.original, stories.keys)
         IS NOT (excluded.moment, excluded.speaker, excluded.original, excluded.keys)`,
    )
    .bind(
      story.id,
      story.moment,
      story.speaker,
      story.original,
      JSON.stringify([...new Set(story.lookupKeys)]),
    )
}

/** A quotation belongs to the earliest article that carries it, in whatever order they come. */
export function quotationRows(
  db: D1Database,
  quotations: Quotation[],
  fresh: KnownQuotation[],
): D1PreparedStatement {
  const rows = fresh.map((one) => {
    const lookups = quotations.find(({ key }) => key === one.key)?.lookupKeys ?? []
    return { ...one, keys: [...new Set(lookups)] }
  })
  return db
    .prepare(
      `INSERT INTO quotations (key, speaker, role, article_id, moment, said_on, given_to, story_id,
         keys)
       SELECT column1 ->> 'key', column1 ->> '$.speaker.name', column1 ->> '$.speaker.role',
              column1 ->> 'articleId', column1 ->> 'moment', column1 ->> 'saidOn',
              column1 ->> 'givenTo', column1 ->> 'storyId', column1 -> 'keys'
       FROM ${elementsOf('?1', rows.length)}
       WHERE true
       ON CONFLICT (key) DO UPDATE
       SET speaker = excluded.speaker, role = excluded.role, article_id = excluded.article_id,
           moment = excluded.moment, said_on = excluded.said_on, given_to = excluded.given_to,
           story_id = excluded.story_id
       WHERE excluded.article_id = quotations.article_id
          OR (excluded.moment, excluded.article_id) < (quotations.moment, quotations.article_id)`,
    )
    .bind(JSON.stringify(rows))
}
