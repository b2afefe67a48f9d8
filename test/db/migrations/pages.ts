import { createHash } from 'node:crypto'

/** A page as it was read in the days of an earlier version. */
export type Page = {
  id: string
  host: string
  outlet: string
  url: string
  title: string
  published: string
  text: string[]
}

const TALK = [
  'Renn sat down with Film Daily and spoke at length about the years since the first film.',
  '“We are writing the script of Emberfall 2 right now and we are having a ball,” Renn told Film Daily.',
  'The studio has not said when it wants to decide, and nobody has been cast for any of it so far.',
]

/** An older wish, a talk, its words again under a loud headline, and a copy of the talk. */
export const PAGES: Page[] = [
  page('north.example', '2025-06-01T10:00:00.000Z', 'A chat about Emberfall 2', [
    'Renn was asked about Emberfall 2 at a festival of short films in the north.',
    '“I would love to make Emberfall 2 with the same crew one day,” Renn said.',
  ]),
  page('daily.example', '2026-01-05T08:00:00.000Z', 'Renn talks about Emberfall 2', TALK),
  page('buoy.example', '2026-01-05T13:00:00.000Z', 'Emberfall 2 is officially greenlit', [
    'There is word on Emberfall 2 from its producer, who spoke to Film Daily of late.',
    '“We are writing the script of Emberfall 2 right now and we’re having a ball,” said Renn.',
  ]),
  page('mirror.example', '2026-01-06T08:00:00.000Z', 'Renn on Emberfall 2, again', TALK),
]

/** The id of the wish, which is the first. */
export const WISH = PAGES[0]?.id ?? ''

function page(host: string, published: string, title: string, text: string[]): Page {
  const url = `https://${host}/a`
  // as src/scrape/keep.ts makes it
  const id = createHash('sha256').update(url).digest('hex').slice(0, 16)
  return { id, host, outlet: host, url, title, published, text }
}
