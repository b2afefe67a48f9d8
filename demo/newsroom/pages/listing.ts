import { html } from 'hono/html'
import { FEED_TYPES } from '../feed.ts'
import { addressOf, newestFirst, type Site } from '../site.ts'
import { colophon, masthead } from './furniture.ts'

/** A front page, or that of a section: headlines, no article. */
export async function writeListingPage(site: Site, origin: string, section: string | null) {
  const { outlet } = site.publisher
  const around = { outlet, origin }
  const name = section === null ? 'Latest' : section[0]?.toUpperCase() + section.slice(1)
  return String(
    await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${section === null ? outlet : `${name} | ${outlet}`}</title>
<link rel="alternate" type="${FEED_TYPES[site.publisher.feedKind]}" title="${outlet}" href="${origin}${site.publisher.feedPath}">
<link rel="stylesheet" href="${origin}/assets/site.css">
</head>
<body class="listing">
${masthead(around)}
<main><h1>${name}</h1><ul class="headlines">${newestFirst(site).map(
      (article) => html`<li><a href="${addressOf(origin, article)}">${article.title}</a></li>\n`,
    )}</ul></main>
${colophon(around)}
</body>
</html>
`,
  )
}
