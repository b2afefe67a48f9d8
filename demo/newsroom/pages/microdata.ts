import { html } from 'hono/html'
import {
  adSlot,
  authorBio,
  colophon,
  commentList,
  headBasics,
  items,
  masthead,
  shareBar,
} from './furniture.ts'
import type { Html, Page } from './page.ts'

/** schema.org in attributes: no JSON-LD, no Open Graph. */
export function microdata(page: Page): Html {
  const { lang, title, byline, authors, published, day, paragraphs, related, url, outlet } = page
  return html`<!doctype html>
<html lang="${lang}">
<head>
${headBasics(page)}
</head>
<body>
${masthead(page)}
<div class="page" itemscope itemtype="https://schema.org/NewsArticle">
<link itemprop="mainEntityOfPage" href="${url}">
<h1 itemprop="headline">${title}</h1>
<div class="credits">${byline && html`Words: ${authors.map((name) => html`<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${name}</span></span> `)}`}${byline && published && '– '}${published && html`<time itemprop="datePublished" datetime="${published}">${day}</time>`}<span itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="${outlet}"></span></div>
${shareBar(url)}
<div class="story" itemprop="articleBody">
${paragraphs.map((paragraph, index) => html`<p>${paragraph}</p>\n${index === 0 && related.length > 0 ? html`<aside class="pullout"><h4>See also</h4><ul>${items(related.slice(0, 2))}</ul></aside>\n` : null}`)}
</div>
${authorBio(page)}
${adSlot('footer')}
${commentList(page)}
</div>
${colophon(page)}
</body>
</html>
`
}
