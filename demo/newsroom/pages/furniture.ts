import { html } from 'hono/html'
import type { Html, Link, Page } from './page.ts'

/** What stands around an article in most designs. */
type Around = Pick<Page, 'outlet' | 'origin'>

const SECTIONS = ['Film', 'Television', 'Games', 'Comics', 'Reviews']

/** The outlet's sections as links, newest design or oldest. */
export function sectionLinks(origin: string): Link[] {
  return SECTIONS.map((title) => ({ title, url: `${origin}/section/${title.toLowerCase()}/` }))
}

/** Links as list items. */
export function items(links: Link[]): Html[] {
  return links.map(({ title, url }) => html`<li><a href="${url}">${title}</a></li>`)
}

/** The head's part that every design has. */
export function headBasics({ title, outlet, origin, summary, url, feed }: Page): Html {
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} | ${outlet}</title>
<meta name="description" content="${summary}">
<link rel="canonical" href="${url}">
<link rel="alternate" type="${feed.type}" title="${outlet}" href="${feed.url}">
<link rel="stylesheet" href="${origin}/assets/site.css">`
}

/** Open Graph, with the article's date and author where it has them. */
export function openGraph({ title, outlet, summary, url, published, byline }: Page): Html {
  return html`<meta property="og:type" content="article">
<meta property="og:site_name" content="${outlet}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${summary}">
<meta property="og:url" content="${url}">${
    published && html`\n<meta property="article:published_time" content="${published}">`
  }${byline && html`\n<meta name="author" content="${byline}">`}`
}

/** The band at the top of a page: name and sections. */
export function masthead({ outlet, origin }: Around): Html {
  return html`<header class="site-header">
<a class="site-name" href="${origin}/">${outlet}</a>
<nav class="site-nav" aria-label="Sections"><ul>${items(sectionLinks(origin))}</ul></nav>
</header>`
}

/** The band at the bottom. */
export function colophon({ outlet, origin }: Around): Html {
  return html`<footer class="site-footer">
<p>A demo newsroom on this computer plays ${outlet}.</p>
<ul><li><a href="${origin}/">Front page</a></li><li><a href="${origin}/robots.txt">For robots</a></li></ul>
</footer>`
}

/** A space that an advertisement would fill. */
export function adSlot(name: string): Html {
  return html`<div class="ad-slot ad-${name}" data-ad="${name}"><span>Advertisement</span></div>`
}

/** A box that asks for an address. */
export function newsletterBox({ outlet }: Around): Html {
  return html`<div class="newsletter-signup">
<h3>Get ${outlet} in your inbox</h3>
<p>Sign up for our weekly round-up of film and television news.</p>
<form action="#" method="get"><input type="email" aria-label="Email address" placeholder="Email address"> <button type="button">Sign me up</button></form>
</div>`
}

/** Buttons for passing the page on. */
export function shareBar(url: string): Html {
  const mail = `mailto:?body=${encodeURIComponent(url)}`
  return html`<div class="share-bar"><span>Share</span> <a href="#share">Copy link</a> <a href="${mail}">Email</a> <a href="#comments">Comments</a></div>`
}

/** What readers wrote under it. */
export function commentList({ comments }: Page): Html {
  return html`<section class="comments" id="comments">
<h3>${comments.length} comments</h3>
<ol>${comments.map(
    ({ name, words }) => html`<li class="comment"><b>${name}</b> <p>${words}</p></li>`,
  )}</ol>
</section>`
}

/** A few words on who wrote it; none where nobody is named. */
export function authorBio({ byline, outlet }: Page): Html | null {
  if (byline === null) return null
  return html`<div class="author-bio"><h4>About the author</h4><p>${byline} covers film for ${outlet} and still owns a video recorder.</p></div>`
}
