import type { Child } from 'hono/jsx'
import { DARK, STYLE } from './style.ts'

// Invisible characters after the preview, so that a mail list shows nothing of the body after it.
const FILLER = '\u034f\u200c\u00a0'.repeat(60)

type LayoutProps = { title: string; preview: string; children: Child }

/** The frame of every mail: one column, dark mode, what a mail list shows before it is opened. */
export function Layout({ title, preview, children }: LayoutProps) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{DARK}</style>
      </head>
      <body class="body" style={STYLE.body}>
        <div style={STYLE.preview}>
          {preview}
          {FILLER}
        </div>
        <div class="column" style={STYLE.column}>
          {children}
        </div>
      </body>
    </html>
  )
}

type LinkProps = { href: string; children: Child }

/** A link, or only its words where the address is none of the web. */
export function Link({ href, children }: LinkProps) {
  if (!/^https?:\/\//i.test(href)) return <>{children}</>
  return (
    <a class="link" style={STYLE.link} href={href}>
      {children}
    </a>
  )
}

/** A document as the text that is mailed. */
export async function documentOf(page: { toString(): string | Promise<string> }): Promise<string> {
  return `<!doctype html>${await page.toString()}`
}
