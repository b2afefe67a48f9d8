import { Hono } from 'hono'
import type { App, Config } from '../../app.ts'
import { everyOutlet } from '../../db/public/lists.ts'
import type { PublicOutlet } from '../../db/public/outlets.ts'
import { keptReader } from '../kept.ts'
import { Page } from '../page.tsx'
import { cached } from './cached.ts'

const HOURS_A_DAY = 24

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
        Counted from what we read, nothing else: small numbers say little, and a headline is often
        not its author’s.
      </p>
      <Explained />
      <table class="cards">
        <thead>
          <tr>
            <th scope="col">Outlet</th>
            <th scope="col">Headlines that overclaim</th>
            <th scope="col">First to tell</th>
            <th scope="col">Follows after</th>
            <th scope="col">Same text as another</th>
          </tr>
        </thead>
        <tbody>
          {outlets.map((outlet) => (
            <OutletRow outlet={outlet} />
          ))}
        </tbody>
      </table>
    </Page>
  )
}

function OutletRow({ outlet }: { outlet: PublicOutlet }) {
  const { name, articles, copies, claims, overclaims, firsts, followed, medianHours } = outlet
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-name="Headlines that overclaim">
        {share(overclaims, claims, 'that claim a stage')}
      </td>
      <td data-name="First to tell">{share(firsts, articles, 'articles')}</td>
      <td data-name="Follows after">
        {medianHours === null ? 'never followed' : `${span(medianHours)} (of ${followed})`}
      </td>
      <td data-name="Same text as another">{share(copies, articles, 'articles')}</td>
    </tr>
  )
}

function Explained() {
  return (
    <ul class="prose">
      <li>
        <strong>Overclaims</strong>: of the headlines that claim a stage of the film, those that
        claim a higher one than the people quoted beneath them support.
      </li>
      <li>
        <strong>First to tell</strong>: its article is the earliest that we read of a story. An
        outlet that we do not read cannot be first.
      </li>
      <li>
        <strong>Follows after</strong>: the middle of its delays behind the first article of a
        story, for articles that bear a date.
      </li>
      <li>
        <strong>Same text</strong>: copied or lightly edited from an article that was there before.
      </li>
    </ul>
  )
}

function share(part: number, whole: number, of: string): string {
  if (whole === 0) return `none of 0 ${of}`
  return `${part === 0 ? 'none' : part} of ${whole} ${of}${part ? `, ${percent(part, whole)}` : ''}`
}

function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)} %`
}

/** Hours as people say them. */
function span(hours: number): string {
  if (hours < 1) return 'less than an hour'
  if (hours < 2 * HOURS_A_DAY) return `${Math.round(hours)} hours`
  return `${Math.round(hours / HOURS_A_DAY)} days`
}
