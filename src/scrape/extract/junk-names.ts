/** Words of classes, ids and test ids, by why their element is none of the article's text. */
const JUNK_WORDS = table({
  ad: `ad adbox ads adsense adslot adv advert adverts advertisement advertising anzeige banner promo
    promobox promotion sponsored`,
  author: 'author authorbox authors bio byline bylines',
  box: 'ai disclaimer factbox faktabox infobox infokasten note permission',
  caption: `bild caption captions copyright credit credits figcaption foto image img imgbox imgboxa
    infotext mediainfo photo picture thumbnail`,
  chrome: `alert alerts carousel cta gallery lightbox modal notice overlay player poll popup slider
    slideshow tooltip video videos`,
  comments: 'commentlist comments discussion disqus kommentare replies',
  consent: 'consent cookie cookies didomi gdpr onetrust usercentrics',
  discussion: 'comment respond', // weaker than comments: it may as well be an opinion piece
  embed: 'embed facebook instagram tweet twitter',
  meta: 'date dateline dates datetime meta metadata metas pubdate published timestamp',
  navigation: `breadcrumb breadcrumbs menu nav navbar navigation pager pagination skip submenu toc`,
  newsletter: `abo fancybox inscription login newsletter newsletters offer signup subscribe
    subscription whatsapp`,
  page: 'footer masthead offscreen sidebar sidebox toolbar',
  related: `mostread outbrain popular readmore recirc recommend recommendation recommendations
    recommended related relatedarticles seealso similar similars suggested taboola trending upnext`,
  share: 'addthis addtoany share sharebar sharedaddy shares shariff sharing social socials',
  tags: 'hashtags keywords tagcloud taglist tags topics',
  unseen: 'hidden hide invisible screenreader',
})

/** Beginnings of words that are written together with others: `relatedbroadcast`. */
const JUNK_STEMS: [stem: string, reason: string][] = [
  ['advert', 'ad'],
  ['affiliate', 'ad'],
  ['breadcrumb', 'navigation'],
  ['newsletter', 'newsletter'],
  ['recommend', 'related'],
  ['related', 'related'],
  ['sidebar', 'page'],
  ['sponsor', 'ad'],
]

/**
 * Class names that do not tell what an element is: what it has or lacks (`has-caption`,
 * `comments-enabled`), when (`md:hidden`), or what an article is about (`tag-video`).
 */
const STATES =
  /(?:^|\s)(?:(?:has|no|with|without)(?:[-_]\w|[A-Z])|(?:category|format|tag|topic)-\w|comments?-(?:allowed|closed|disabled|enabled|off|on|open)\b|\w{1,20}:)\S{0,100}/g

/** Text is cut after some lines where it leads to an article, not where it is the article. */
const CUT_OFF = /line-clamp|truncate|ellipsis/

/** A class that shows on some screens what another one hides on the others. */
const SHOWN_SOMEWHERE = /\w:(?:block|contents|flex|grid|inline)/

const NAMES_LIMIT = 2000 // characters of a class list

/** What the names of an element say against it: the reason and the word; null if nothing. */
export function reasonInNames(names: string): string | null {
  if (CUT_OFF.test(names)) return 'related: cut off'
  const isShownElsewhere = SHOWN_SOMEWHERE.test(names)
  for (const word of wordsOf(names.slice(0, NAMES_LIMIT).replace(STATES, ' '))) {
    const reason = JUNK_WORDS.get(word) ?? JUNK_STEMS.find(([stem]) => word.startsWith(stem))?.[1]
    if (reason && !(isShownElsewhere && reason === 'unseen')) return `${reason}: ${word}`
  }
  return null
}

/** The words of a class list: `relatedArticles--big` is related, articles, big. */
export function wordsOf(names: string): string[] {
  const words = names.slice(0, NAMES_LIMIT).match(/[a-z]+|[A-Z][a-z]*/g) ?? []
  return words.map((word) => word.toLowerCase())
}

function table(rows: Record<string, string>): Map<string, string> {
  return new Map(
    Object.entries(rows).flatMap(([reason, words]) =>
      words.split(/\s+/).map((word): [string, string] => [word, reason]),
    ),
  )
}
