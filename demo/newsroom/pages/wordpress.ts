import { html } from 'hono/html'
import {
  adSlot,
  colophon,
  commentList,
  headBasics,
  items,
  masthead,
  newsletterBox,
  openGraph,
} from './furniture.ts'
import { type Html, jsonLd, type Page } from './page.ts'

/** A WordPress blog with an SEO plugin: entry-content, hatom classes, a JSON-LD graph, widgets. */
export function wordpress(page: Page): Html {
  const { lang, title, byline, published, day, paragraphs, related, origin } = page
  return html`<!DOCTYPE html>
<html lang="${lang}" prefix="og: https://ogp.me/ns#">
<head>
${headBasics(page)}
${openGraph(page)}
${jsonLd(graph(page))}
<meta name="generator" content="WordPress 6.4">
</head>
<body class="post-template-default single single-post">
<div id="page" class="hfeed site">
${masthead(page)}
<div id="content" class="site-content">
<div id="primary" class="content-area">
<article class="post type-post status-publish format-standard hentry category-movies">
<header class="entry-header">
<div class="cat-links">Posted in <a href="${origin}/section/film/" rel="category tag">Film</a></div>
<h1 class="entry-title">${title}</h1>
<div class="entry-meta">${
    published &&
    html`<span class="posted-on">Posted on <time class="entry-date published" datetime="${published}">${day}</time></span> `
  }${byline && html`<span class="byline">by <span class="author vcard"><a class="url fn n" href="#author">${byline}</a></span></span>`}</div>
</header>
<div class="entry-content">
${paragraphs.map((paragraph, index) => html`<p>${paragraph}</p>\n${index === 1 ? adSlot('in-content') : null}`)}
<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#mail">Email</a></li><li><a href="#print">Print</a></li></ul></div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>Related</em></h3><ul>${items(related)}</ul></div>
</div>
<footer class="entry-footer"><span class="tags-links">Tagged <a href="${origin}/section/film/" rel="tag">Film</a></span></footer>
</article>
${commentList(page)}
</div>
<aside id="secondary" class="widget-area"><section class="widget widget_search"><h2 class="widget-title">Search</h2><input type="search" aria-label="Search"></section><section class="widget">${newsletterBox(page)}</section></aside>
</div>
${colophon(page)}
</div>
</body>
</html>
`
}

function graph({ title, url, outlet, origin, published, authors, lang, summary }: Page) {
  const home = `${origin}/`
  const dates = published && { datePublished: published, dateModified: published }
  const people = authors.map((name, index) => ({
    '@type': 'Person',
    '@id': `${home}#/schema/person/${index + 1}`,
    name,
  }))
  return {
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'Article',
        '@id': `${url}#article`,
        isPartOf: { '@id': url },
        headline: title,
        ...dates,
        ...(people.length > 0 && {
          author: people.map(({ '@id': id, name }) => ({ '@id': id, name })),
        }),
        mainEntityOfPage: { '@id': url },
        publisher: { '@id': `${home}#organization` },
        articleSection: ['Film'],
        inLanguage: lang,
      },
      {
        '@type': 'WebPage',
        '@id': url,
        url,
        name: `${title} - ${outlet}`,
        ...dates,
        description: summary,
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'Home', item: home },
          { '@type': 'ListItem', position: 2, name: title },
        ],
      },
      { '@type': 'WebSite', '@id': `${home}#website`, url: home, name: outlet },
      { '@type': 'Organization', '@id': `${home}#organization`, name: outlet, url: home },
      ...people,
    ],
  }
}
