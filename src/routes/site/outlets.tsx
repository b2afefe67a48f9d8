import { Hono } from 'hono'
import type { App, Config } from '../../app.ts'
import { everyOutlet } from '../../db/public/lists.ts'
import type { PublicOutlet } from '../../db/public/outlets.ts'
import { Heads } from '../heads.tsx'
import { keptReader } from '../kept.ts'
import { Page } from '../page.tsx'
import { cached } from './cached.ts'

const HOURS_A_DAY = 24
const ENOUGH = 10 // of which a percentage says something

/** How each outlet does, computed from what was read, with the counts. */
export function outletRoutes(app: App): Hono {
  const readOutlets = keptReader(app, everyOutlet)
  return new Hono().get('/outlets', async (c) =>
    cached(c, <Outlets config={app.config} outlets={await readOutlets()} />),
  )
}

function Outlets({ config, outlets }: { config: Config; outlets: PublicOutlet[] }) {
  return (
    <Page
      config={config}
      title="Outlets"
      description={`How often headlines about ${config.topic.title} claim more than was said, who has the news first and how fast the others are: counted.`}
      path="/outlets"
    >
      <h1>Outlets</h1>
      <p class="lede">
        Whose headlines promise more than was said, and who has the news first. Counted from what we
        read, nothing else: small numbers say little, and a headline is often not its author’s.
      </p>
      {outlets.length ? <OutletTable outlets={outlets} /> : <p>None yet.</p>}
      <Explained />
    </Page>
  )
}

const COLUMNS = ['Articles', 'Headlines too loud', 'First to tell', 'Same text', 'Follows after']

function OutletTable({ outlets }: { outlets: PublicOutlet[] }) {
  return (
    <table class="cards brief">
      <Heads names={['Outlet', ...COLUMNS]} numbers={COLUMNS} />
      <tbody>
        {outlets.map((outlet) => (
          <OutletRow outlet={outlet} />
        ))}
      </tbody>
    </table>
  )
}

function OutletRow({ outlet }: { outlet: PublicOutlet }) {
  const { name, articles, copies, claims, overclaims, firsts, medianHours } = outlet
  const counts = [
    articles,
    share(overclaims, claims),
    share(firsts, articles),
    share(copies, articles),
    medianHours === null ? 'never' : span(medianHours),
  ]
  return (
    <tr>
      <th scope="row">{name}</th>
      {counts.map((count, index) => (
        <td class="num" data-name={COLUMNS[index]}>
          {count}
        </td>
      ))}
    </tr>
  )
}

function Explained() {
  return (
    <section>
      <h2>How it is counted</h2>
      <dl class="terms">
        <dt>Headlines too loud</dt>
        <dd>
          Of the headlines that claim a stage of the film, those that claim a higher one than the
          people quoted beneath them support.
        </dd>
        <dt>First to tell</dt>
        <dd>
          Of its articles, those that are the earliest we read of their story. An outlet that we do
          not read cannot be first.
        </dd>
        <dt>Same text</dt>
        <dd>Copied or lightly edited from an article that was there before.</dd>
        <dt>Follows after</dt>
        <dd>
          How long after the first article of a story its own comes: half of them sooner, half of
          them later. Articles without a date do not count.
        </dd>
      </dl>
    </section>
  )
}

/** "3 of 4"; in per cent too where there are enough of them to say something. */
function share(part: number, whole: number): string {
  const percent = whole < ENOUGH ? '' : ` (${Math.round((100 * part) / whole)} %)`
  return `${part} of ${whole}${percent}`
}

/** Hours as people say them. */
function span(hours: number): string {
  if (hours < 1) return 'less than an hour'
  if (hours < 2 * HOURS_A_DAY) return `${Math.round(hours)} hours`
  return `${Math.round(hours / HOURS_A_DAY)} days`
}
