type Many = { from: number; count: number; outlet: string; moment: string }

const A_BATCH = 50 // statements in one call

/** Adds articles that are no news, each a story of its own, a minute apart. */
export async function addArticles(db: D1Database, many: Many): Promise<void> {
  const { from, count, outlet, moment } = many
  await db
    .prepare(`INSERT INTO sources (id, next_due_at) VALUES (?1, '2020') ON CONFLICT DO NOTHING`)
    .bind(outlet)
    .run()
  const statements = Array.from({ length: count }, (_, i) => [
    db
      .prepare('INSERT INTO stories (id, moment) VALUES (?1, ?2)')
      .bind(idOf(from + i), at(moment, i)),
    articleRow(db, idOf(from + i), outlet, at(moment, i)),
  ]).flat()
  for (let i = 0; i < statements.length; i += A_BATCH) {
    await db.batch(statements.slice(i, i + A_BATCH))
  }
}

function articleRow(db: D1Database, id: string, outlet: string, moment: string) {
  return db
    .prepare(
      `INSERT INTO articles (id, url, source_id, outlet, title, authors, published, lang, text,
         read_from, read_at, moment, reading, rules_version, relevant, why, overclaims, text_key,
         words, story_id, story_join, placed_at)
       VALUES (?1, 'https://' || ?2 || '.example/' || ?1, ?2, ?2, 'Article ' || ?1, '[]', ?3, 'en',
         '', 'page', ?3, ?3, '{"quotations":[]}', 1, 1, 'the headline names the film', 0, ?1,
         'article', ?1, '{"method":"founded","score":1,"partner":null}', ?3)`,
    )
    .bind(id, outlet, moment)
}

/** Ids of articles that are only there, in their order. */
export function idOf(number: number): string {
  return number.toString(16).padStart(16, '0')
}

function at(day: string, minutes: number): string {
  return new Date(Date.parse(day) + minutes * 60_000).toISOString()
}
