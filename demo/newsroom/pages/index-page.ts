import { html } from 'hono/html'

/** A publisher as the newsroom's own front page shows it. */
export type Shown = {
  outlet: string
  feedKind: string
  design: string
  home: string
  feed: string
  articles: { title: string; url: string; published: string | null }[]
}

/** The newsroom's front page: every publisher, its feed and its articles as links. */
export async function writeIndexPage(publishers: Shown[]) {
  return String(
    await html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Demo newsroom</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c2430; }
h2 { margin: 2rem 0 0; } p { margin: 0 0 .5rem; color: #566; } ul { padding-left: 1.2rem; } time { color: #667; font-variant-numeric: tabular-nums; }
</style>
</head>
<body>
<h1>Demo newsroom</h1>
<p>Each of these outlets has its own feed, its own markup and its own manners. They live on this computer only.</p>
${publishers.map(publisherSection)}
</body>
</html>
`,
  )
}

function publisherSection({ outlet, feedKind, design, home, feed, articles }: Shown) {
  return html`<section>
<h2><a href="${home}">${outlet}</a></h2>
<p>Feed (${feedKind}): <a href="${feed}">${feed}</a>. Markup: ${design}.</p>
<ul>${articles.map(({ title, url, published }) => html`<li><a href="${url}">${title}</a> <time>${published?.slice(0, 10) ?? 'undated'}</time></li>\n`)}</ul>
</section>
`
}
