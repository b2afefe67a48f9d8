import { html } from 'hono/html'
import { adSlot, colophon, headBasics, masthead, openGraph } from './furniture.ts'
import type { Html, Page } from './page.ts'

/** Nested divs without meaning, paragraphs parted by two line breaks, Open Graph only. */
export function soup(page: Page): Html {
  const { lang, title, byline, day, paragraphs, related, comments } = page
  return html`<!DOCTYPE html>
<html lang="${lang}">
<head>
${headBasics(page)}
${openGraph(page)}
</head>
<body>
<div id="wrap">
${masthead(page)}
<div class="cols"><div class="col-main"><div class="box"><div class="inner">
<div class="ttl"><h1>${title}</h1></div>
<div class="info">${byline && html`<span>${byline}</span>`}${byline && day && ' / '}${day && html`<span>${day}</span>`}</div>
<div class="txt">
${paragraphs.map((paragraph, index) => html`${index > 0 && html`<br><br>\n`}${paragraph}`)}
<br><br>
<div class="more"><b>More like this:</b> ${related.map(({ title, url }) => html`<a href="${url}">${title}</a> &bull; `)}</div>
</div>
</div></div></div>
<div class="col-side">${adSlot('skyscraper')}<div class="talk"><div class="hd">What readers say</div>${comments.map(({ name, words }) => html`<div class="post"><div class="who">${name}</div><div class="what">${words}</div></div>`)}</div></div></div>
${colophon(page)}
</div>
</body>
</html>
`
}
