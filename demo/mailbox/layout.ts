import { html } from 'hono/html'

type Content = ReturnType<typeof html>

/** The frame of both pages. */
export function layout(title: string, content: Content): Content {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/style.css">
<link rel="icon" href="data:,">
</head>
<body>
${content}
</body>
</html>`
}

/** A time to read, with the exact one beneath. */
export function time(iso: string): Content {
  return html`<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')} UTC</time>`
}

/** Tags as small labels; nothing where there are none. */
export function labels(tags: { name: string; value: string }[]): Content | string {
  if (tags.length === 0) return ''
  return html`<span class="tags">${tags.map(
    ({ name, value }) => html`<span class="tag">${name}: ${value}</span> `,
  )}</span>`
}
