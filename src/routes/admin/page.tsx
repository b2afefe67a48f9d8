import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Config } from '../../app.ts'
import { siteName } from '../page.name.ts'
import { Places } from './nav.tsx'

const STYLES = ['site', 'text', 'lists', 'forms', 'admin'] as const

export type AdminPageProps = {
  config: Config
  title: string
  /** Below /admin, for the navigation. */
  path: string
  /** Who is signed in; null on the way in. */
  who: string | null
  /** What an act has just done. */
  said?: string | null | undefined
  /** For more of the head, as a script. */
  head?: Child
  children: Child
}

/** The frame of every page of the admin. */
export function AdminPage({ config, title, path, who, said, head, children }: AdminPageProps) {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · Admin · ${siteName(config)}`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        {STYLES.map((name) => (
          <link rel="stylesheet" href={`/${name}.css`} />
        ))}
        {head}
      </head>
      <body class="admin">
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <Bar config={config} who={who} />
        {who !== null && <Places path={path} />}
        <main id="content">
          <h1>{title}</h1>
          {said && (
            <p class="said" role="status">
              {said}
            </p>
          )}
          {children}
        </main>
      </body>
    </html>
  )
  return html`<!doctype html>${page}`
}

function Bar({ config, who }: Pick<AdminPageProps, 'config' | 'who'>) {
  return (
    <header class="bar">
      <a class="name" href="/">
        {siteName(config)}
      </a>
      {who !== null && (
        <form class="out" method="post" action="/admin/sign-out">
          <span>{who}</span>{' '}
          <button type="submit" class="plain">
            Sign out
          </button>
        </form>
      )}
    </header>
  )
}
