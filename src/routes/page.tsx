import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Config } from '../app.ts'
import { outletsOf } from '../source.ts'

type PageProps = {
  config: Config
  title: string
  description?: string
  children: Child
}

/** The frame of every page: head, name of the site, footer. */
export function Page({ config, title, description, children }: PageProps) {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        {description && <meta name="description" content={description} />}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/site.css" />
        <link rel="stylesheet" href="/forms.css" />
      </head>
      <body>
        <header class="bar">
          <a class="name" href="/">
            {siteName(config)}
          </a>
          <nav>
            <a href="/issues">Issues</a>
            <a href="/api/v1/status">API</a>
            <a href="/about">About</a>
          </nav>
        </header>
        <main>{children}</main>
        <Footer config={config} />
      </body>
    </html>
  )
  return html`<!doctype html>${page}`
}

/** What the site is called: the film, and that this is its status. */
export function siteName({ topic }: Config): string {
  return `${topic.aliases[0] ?? topic.title} Status`
}

function Footer({ config }: { config: Config }) {
  const homes = outletsOf(config.sources)
  return (
    <footer>
      <p>
        Run by fans. It belongs to no studio and to nobody who made the film. Thanks to the
        publishers who do the reporting:{' '}
        {homes.map(({ outlet, home }, index) => (
          <>
            {index > 0 && ', '}
            <a href={home}>{outlet}</a>
          </>
        ))}
        .
      </p>
      <p>
        <a href="/about">How we read</a> · <a href="/privacy">Privacy</a> ·{' '}
        <a href="/bot">For publishers</a>
      </p>
    </footer>
  )
}
