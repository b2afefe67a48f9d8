import type { Context } from 'hono'
import type { Config } from '../app.ts'
import { Page } from './page.tsx'
import { problem } from './problem.ts'

/** The answer for an address where nothing is: a page for people, problem+json for programs. */
export function missing(c: Context, config: Config): Response | Promise<Response> {
  const isReader = (c.req.header('accept') ?? '').includes('text/html')
  return isReader
    ? c.html(<Missing config={config} />, 404)
    : problem(c, 404, 'Not found', `Nothing is at ${c.req.path}.`)
}

function Missing({ config }: { config: Config }) {
  return (
    <Page config={config} title="Nothing is here">
      <h1>Nothing is here</h1>
      <p class="lede">
        The address is wrong, or what was here has moved. <a href="/">See the status</a>, read{' '}
        <a href="/stories">the stories</a>, or <a href="/search">search</a>.
      </p>
    </Page>
  )
}
