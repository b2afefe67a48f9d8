import { html } from 'hono/html'
import {
  adSlot,
  authorBio,
  colophon,
  commentList,
  headBasics,
  items,
  masthead,
  newsletterBox,
  openGraph,
  shareBar,
} from './furniture.ts'
import { type Html, jsonLd, type Page } from './page.ts'

/** A modern site: one article element, NewsArticle in JSON-LD, boxes in the middle of the text. */
export function semantic(page: Page): Html {
  const { lang, title, byline, published, day, paragraphs, related, url } = page
  return html`<!doctype html>
<html lang="${lang}">
<head>
${headBasics(page)}
${openGraph(page)}
${jsonLd(newsArticle(page))}
</head>
<body class="semantic">
${masthead(page)}
<main>
<article>
<header>
<p class="kicker">Film news</p>
<h1>${title}</h1>
<p class="meta">${byline && html`By <a rel="author" href="#author">${byline}</a>`}${byline && published && ' | '}${
    published && html`<time datetime="${published}">${day}</time>`
  }</p>
${shareBar(url)}
</header>
<figure><div class="picture" role="img" aria-label="A picture house at night"></div><figcaption>Illustration: a picture house at night.</figcaption></figure>
<div class="article-body">
${paragraphs.slice(0, 2).map((paragraph) => html`<p>${paragraph}</p>\n`)}${adSlot('inline')}
${paragraphs.slice(2).map((paragraph) => html`<p>${paragraph}</p>\n`)}${newsletterBox(page)}
</div>
${authorBio(page)}
</article>
<aside class="related"><h2>Read next</h2><ul>${items(related)}</ul>${adSlot('sidebar')}</aside>
</main>
${commentList(page)}
${colophon(page)}
</body>
</html>
`
}

function newsArticle({ title, url, outlet, origin, published, authors, lang, summary }: Page) {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description: summary,
    inLanguage: lang,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url },
    ...(published && { datePublished: published }),
    ...(authors.length > 0 && { author: authors.map((name) => ({ '@type': 'Person', name })) }),
    publisher: { '@type': 'Organization', name: outlet, url: `${origin}/` },
  }
}
