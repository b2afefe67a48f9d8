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
      <p>
        The address is wrong, or the page has moved.{' '}
        <a href="/">The status is on the front page.</a>
      </p>
    </Page>
  )
}
