import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Config } from '../app.ts'
import { Footer } from './page.footer.tsx'
import { Head, type HeadProps } from './page.head.tsx'
import { siteName } from './page.name.ts'

type PageProps = HeadProps & { children: Child }

const PLACES = [
  ['/stories', 'Stories'],
  ['/people', 'People'],
  ['/outlets', 'Outlets'],
  ['/issues', 'Issues'],
  ['/about', 'About'],
  ['/search', 'Search'],
] as const

/** The frame of every page: head, name of the site, ways through it, footer. */
export function Page({ children, ...head }: PageProps) {
  const page = (
    <html lang="en">
      <Head {...head} />
      <body>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <Bar config={head.config} path={head.path} />
        <main id="content">{children}</main>
        <Footer config={head.config} />
      </body>
    </html>
  )
  return html`<!doctype html>${page}`
}

function Bar({ config, path = '' }: { config: Config; path?: string | undefined }) {
  return (
    <header class="bar">
      <a class="name" href="/">
        <Mark />
        {siteName(config)}
      </a>
      <nav aria-label="Main">
        {PLACES.map(([place, name]) => (
          <a href={place} aria-current={currentOf(place, path)}>
            {name}
          </a>
        ))}
      </nav>
    </header>
  )
}

/** The page itself, or one of those below it. */
function currentOf(place: string, path: string): 'page' | 'true' | undefined {
  if (path === place) return 'page'
  return path.startsWith(`${place}/`) ? 'true' : undefined
}

/** A stair that goes up, and back: the favicon's own lines. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M4 26h6v-7h6v-7h6v5h6"
        fill="none"
        stroke="currentColor"
        stroke-width="3"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
      <circle class="spot" cx="22" cy="6" r="3" />
    </svg>
  )
}
