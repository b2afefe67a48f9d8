import { parseSources, type Source } from '../src/source.ts'

const NOT_TRIED = 'the site’s usual feed address; not tried from a live network yet'
const GUESSED = 'the address that this kind of site usually has; may not exist'

/**
 * The outlets that the story lives on. An entry is verified by a look at its feed:
 * set `unverified` to null once you have seen it answer.
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
    url: 'https://deadline.com/tag/alita-battle-angel/feed/',
    home: 'https://deadline.com/',
    unverified: GUESSED,
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
    id: 'giant-freakin-robot',
    outlet: 'Giant Freakin Robot',
    url: 'https://www.giantfreakinrobot.com/feed',
    home: 'https://www.giantfreakinrobot.com/',
    unverified: NOT_TRIED,
  },
  {
    id: 'hollywood-reporter',
    outlet: 'The Hollywood Reporter',
    url: 'https://www.hollywoodreporter.com/t/alita-battle-angel/feed/',
    home: 'https://www.hollywoodreporter.com/',
    unverified: GUESSED,
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
    id: 'thewrap',
    outlet: 'TheWrap',
    url: 'https://www.thewrap.com/tag/alita-battle-angel/feed/',
    home: 'https://www.thewrap.com/',
    unverified: GUESSED,
  },
  {
    id: 'variety',
    outlet: 'Variety',
    url: 'https://variety.com/t/alita-battle-angel/feed/',
    home: 'https://variety.com/',
    unverified: GUESSED,
  },
])
