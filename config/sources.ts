import { parseSources, type Source } from '../src/source.ts'

const NOT_TRIED = 'the site’s usual feed address; not tried from a live network yet'
const GUESSED = 'the address that this kind of site usually has; may not exist'
const WORDPRESS_SEARCH =
  'WordPress answers a search as a feed at this address; not tried from a live network yet'
const WORDPRESS_TAG =
  'WordPress has a feed for each tag at such an address; the tag’s name is guessed'

/** A site's own search, by WordPress: `feed`, `paged`, `orderby` and `order` are its public variables. */
const wordpressSearch = (home: string) => ({
  kind: 'search',
  url: `${home}?s=alita+battle+angel&feed=rss2&paged={page}`,
  oldestFirst: `${home}?s=alita+battle+angel&feed=rss2&orderby=date&order=asc&paged={page}`,
  home,
  unverified: WORDPRESS_SEARCH,
})

/** A tag's feed, by WordPress. */
const wordpressTag = (home: string, path: string) => ({
  kind: 'search',
  url: `${home}${path}?paged={page}`,
  oldestFirst: `${home}${path}?orderby=date&order=asc&paged={page}`,
  home,
  unverified: WORDPRESS_TAG,
})

/**
 * The outlets that the story lives on, by id. Feeds tell what is new on a site; searches and tags tell
 * what was, and are how the history is read. An entry is verified by a look at it
 * (`npm run check:sources`): set `unverified` to null once you have seen it answer. `npm run discover`
 * prints an entry for another site.
 */
export const sources: Source[] = parseSources([
  {
    id: 'bleeding-cool',
    outlet: 'Bleeding Cool',
    url: 'https://bleedingcool.com/feed/',
    home: 'https://bleedingcool.com/',
    unverified: NOT_TRIED,
  },
  {
    id: 'bleeding-cool-search',
    outlet: 'Bleeding Cool',
    ...wordpressSearch('https://bleedingcool.com/'),
  },
  {
    id: 'cbr',
    outlet: 'CBR',
    url: 'https://www.cbr.com/feed/',
    home: 'https://www.cbr.com/',
    unverified: NOT_TRIED,
  },
  {
    id: 'collider',
    outlet: 'Collider',
    url: 'https://collider.com/feed/',
    home: 'https://collider.com/',
    unverified: NOT_TRIED,
  },
  {
    id: 'comicbook',
    outlet: 'ComicBook.com',
    url: 'https://comicbook.com/feed/',
    home: 'https://comicbook.com/',
    unverified: NOT_TRIED,
  },
  {
    id: 'deadline',
    outlet: 'Deadline',
    ...wordpressTag('https://deadline.com/', 'tag/alita-battle-angel/feed/'),
  },
  {
    id: 'digital-spy',
    outlet: 'Digital Spy',
    url: 'https://www.digitalspy.com/rss/all.xml/',
    home: 'https://www.digitalspy.com/',
    unverified: NOT_TRIED,
  },
  {
    id: 'empire',
    outlet: 'Empire',
    url: 'https://www.empireonline.com/movies/news/feed/',
    home: 'https://www.empireonline.com/',
    unverified: GUESSED,
  },
  {
    id: 'gamesradar',
    outlet: 'GamesRadar+', // Total Film's reports appear here since the magazine's site merged into it
    url: 'https://www.gamesradar.com/rss/',
    home: 'https://www.gamesradar.com/',
    unverified: NOT_TRIED,
  },
  {
    id: 'gdelt',
    kind: 'news-api',
    outlet: 'GDELT Project', // finds articles of any outlet; they bear their own outlets' names
    api: 'gdelt',
    query: '"Alita" (sequel OR "Battle Angel")',
    home: 'https://www.gdeltproject.org/',
    unverified: 'its documented address; not tried from a live network yet',
  },
  {
    id: 'giant-freakin-robot',
    outlet: 'Giant Freakin Robot',
    url: 'https://www.giantfreakinrobot.com/feed',
    home: 'https://www.giantfreakinrobot.com/',
    unverified: NOT_TRIED,
  },
  {
    id: 'giant-freakin-robot-search',
    outlet: 'Giant Freakin Robot',
    ...wordpressSearch('https://www.giantfreakinrobot.com/'),
  },
  {
    id: 'hollywood-reporter',
    outlet: 'The Hollywood Reporter',
    ...wordpressTag('https://www.hollywoodreporter.com/', 't/alita-battle-angel/feed/'),
  },
  {
    id: 'ign',
    outlet: 'IGN',
    url: 'https://www.ign.com/rss/v2/articles/feed?categories=movies',
    home: 'https://www.ign.com/',
    unverified: GUESSED,
  },
  {
    id: 'joblo',
    outlet: 'JoBlo',
    url: 'https://www.joblo.com/feed/',
    home: 'https://www.joblo.com/',
    unverified: NOT_TRIED,
  },
  { id: 'joblo-search', outlet: 'JoBlo', ...wordpressSearch('https://www.joblo.com/') },
  {
    id: 'movieweb',
    outlet: 'MovieWeb',
    url: 'https://movieweb.com/feed/',
    home: 'https://movieweb.com/',
    unverified: NOT_TRIED,
  },
  {
    id: 'screen-rant',
    outlet: 'Screen Rant',
    url: 'https://screenrant.com/feed/',
    home: 'https://screenrant.com/',
    unverified: NOT_TRIED,
  },
  {
    id: 'screengeek',
    outlet: 'ScreenGeek',
    url: 'https://www.screengeek.net/feed/',
    home: 'https://www.screengeek.net/',
    unverified: NOT_TRIED,
  },
  {
    id: 'screengeek-search',
    outlet: 'ScreenGeek',
    ...wordpressSearch('https://www.screengeek.net/'),
  },
  {
    id: 'slashfilm',
    outlet: '/Film',
    url: 'https://www.slashfilm.com/feed/',
    home: 'https://www.slashfilm.com/',
    unverified: NOT_TRIED,
  },
  {
    id: 'superherohype',
    outlet: 'SuperHeroHype',
    url: 'https://www.superherohype.com/feed',
    home: 'https://www.superherohype.com/',
    unverified: NOT_TRIED,
  },
  {
    id: 'superherohype-search',
    outlet: 'SuperHeroHype',
    ...wordpressSearch('https://www.superherohype.com/'),
  },
  {
    id: 'thewrap',
    outlet: 'TheWrap',
    ...wordpressTag('https://www.thewrap.com/', 'tag/alita-battle-angel/feed/'),
  },
  {
    id: 'variety',
    outlet: 'Variety',
    ...wordpressTag('https://variety.com/', 't/alita-battle-angel/feed/'),
  },
])
