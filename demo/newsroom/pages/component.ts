import { html } from 'hono/html'
import { adSlot, colophon, headBasics, items, masthead, newsletterBox } from './furniture.ts'
import type { Html, Page } from './page.ts'

/** What a component framework renders: hashed class names, each paragraph boxed, a bare time. */
export function component(page: Page): Html {
  const { lang, title, byline, published, day, paragraphs, related } = page
  return html`<!doctype html>
<html lang="${lang}">
<head>
${headBasics(page)}
</head>
<body>
<div id="root">
${masthead(page)}
<main class="css-1q9c0r">
<div class="css-8wn2la" data-component="headline"><h1 class="css-k30xdt">${title}</h1></div>
<div class="css-0p7vve" data-component="byline">${byline && html`<span class="css-b1y9ne">${byline}</span>`}${published && html`<time class="css-t1m3zz" datetime="${published}">${day}</time>`}</div>
${paragraphs.map((paragraph, index) => html`<div class="css-7ygr4h" data-component="text-block"><p class="css-5f02nb">${paragraph}</p></div>\n${index === 2 ? html`<div class="css-ad0x1q" data-component="ad-slot">${adSlot('mid')}</div>\n` : null}`)}
<div class="css-2kkd8u" data-component="newsletter">${newsletterBox(page)}</div>
<section class="css-m0r3it" data-component="recirculation"><h2 class="css-9zqpl0">More stories</h2><ul class="css-l1st55">${items(related)}</ul></section>
</main>
${colophon(page)}
</div>
</body>
</html>
`
}
