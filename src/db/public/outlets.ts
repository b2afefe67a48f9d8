/** How one outlet does, with the counts behind it. */
export type PublicOutlet = {
  name: string
  /** Articles on the topic, and those of them that copy another's text. */
  articles: number
  copies: number
  /** Headlines that claim a stage, and those of them that claim more than was said. */
  claims: number
  overclaims: number
  /** Stories of which it had the earliest article that was read. */
  firsts: number
  /** Dated articles on stories that began elsewhere. */
  followed: number
  /** Hours that half of those came later than the story's earliest article; null without any. */
  medianHours: number | null
}

type Row = Omit<PublicOutlet, 'followed' | 'medianHours'> & { delays: string }

/** Outlets by how much they wrote. */
export async function listOutlets(db: D1Database, limit: number): Promise<PublicOutlet[]> {
  const { results } = await db
    .prepare(
      `SELECT name, articles, copies, claims, overclaims, firsts, delays
       FROM outlets
       WHERE articles > 0
       ORDER BY articles DESC, name
       LIMIT ?1`,
    )
    .bind(limit)
    .all<Row>()
  return results.map(outletOf)
}

function outletOf({ delays, ...outlet }: Row): PublicOutlet {
  const hours = Object.entries(JSON.parse(delays) as Record<string, number>)
    .map(([hour, count]) => ({ hour: Number(hour), count }))
    .toSorted((a, b) => a.hour - b.hour)
  const followed = hours.reduce((sum, { count }) => sum + count, 0)
  return { ...outlet, followed, medianHours: medianOf(hours, followed) }
}

/** The middle of the counted hours; of two middles the mean. */
function medianOf(hours: { hour: number; count: number }[], total: number): number | null {
  if (total === 0) return null
  const at = (place: number) => {
    let passed = 0
    for (const { hour, count } of hours) {
      passed += count
      if (passed > place) return hour
    }
    return 0
  }
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2
}
