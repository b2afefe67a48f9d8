import { originals, type Piece } from './corpus.ts'
import { writerLike } from './prose.ts'
import { pick, type Random, seeded, upTo } from './random.ts'

const OUTLETS = ['Showline', 'ReelBarn', 'Metro Gazette', 'Schermi', 'Two Seats Down']
const TOLD_BY = 4 // articles on the same news
const DAY = 86_400_000 // milliseconds

/**
 * Articles none of which copies another, though much is alike: real prose of the shipped corpora,
 * reports that share a quoted paragraph and their outlet's standing text, and weekly reports that
 * fill in one form.
 */
export function unlikeCopies(news: number): Piece[] {
  const random = seeded(5)
  const real = ['limbo', 'made'].flatMap(originals)
  const write = writerLike(real.flatMap(({ paragraphs }) => paragraphs))
  const standing = new Map(OUTLETS.map((name) => [name, write(random, 45).slice(0, 1)]))
  const told = Array.from({ length: news }, (_, nth) => {
    const quoted = write(random, 40 + upTo(random, 80)).join(' ')
    return Array.from({ length: TOLD_BY }, (_, i) => {
      const outlet = pick(random, OUTLETS)
      const [lead = '', ...rest] = write(random, 150 + upTo(random, 700))
      return {
        id: `news-${nth}-${i}`,
        outlet,
        title: `Safe Distance 2 sequel: director on ${quoted.split(' ').slice(0, 3).join(' ')}`,
        published: dayOf(nth),
        paragraphs: [lead, `“${quoted}” said Jo Early.`, ...rest, ...(standing.get(outlet) ?? [])],
      }
    })
  })
  return [...real, ...told.flat(), ...weeklies(random)]
}

function weeklies(random: Random): Piece[] {
  return Array.from({ length: 40 }, (_, week) => ({
    id: `weekend-${week}`,
    outlet: 'Gross Points',
    title: `Weekend Box Office: ${filmOf(random)} Leads`,
    published: dayOf(week * 7),
    paragraphs: weekend(random),
  }))
}

const FILMS =
  `Tin Parade|Night Ferry|Paper Moons|The Understudy|Cold Harbor Road|Mister Lark|Eleven Gates
Salt and Ivory|Hollow Crown Boulevard|Marigold|Second Wind|A Quiet Engine|The Glass Aunt`.split(
    /[|\n]/,
  )

/** The form that a box-office column fills in each week; every number and name is another. */
function weekend(random: Random): string[] {
  const film = () => filmOf(random)
  const millions = () => `$${upTo(random, 90) + 2}.${upTo(random, 10)} million`
  const screens = () => `${upTo(random, 3) + 1},${upTo(random, 900) + 100} screens`
  return [
    `${film()} led the domestic box office this weekend with an estimated ${millions()} from ${screens()}, a change of ${upTo(random, 70)} percent from the weekend before, for a total of ${millions()} after ${upTo(random, 8) + 1} weeks.`,
    `In second place was ${film()}, which took in ${millions()} from ${screens()}. Its worldwide total now stands at ${millions()}, against a reported budget of ${millions()} before marketing.`,
    `${film()} opened in third with ${millions()} from ${screens()}. Audiences polled on opening night gave it a grade of ${pick(random, ['A', 'B', 'C'])}, and ${upTo(random, 50) + 30} percent of them were under ${upTo(random, 20) + 18}.`,
    `Rounding out the top five were ${film()} with ${millions()} and ${film()} with ${millions()}. Overall business was ${pick(random, ['up', 'down'])} ${upTo(random, 40)} percent from the same weekend a year ago.`,
  ]
}

function filmOf(random: Random): string {
  return pick(random, FILMS)
}

function dayOf(nth: number): string {
  return new Date(Date.UTC(2024, 0, 1) + nth * DAY).toISOString()
}
