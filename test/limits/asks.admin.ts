import { env } from 'cloudflare:workers'
import * as state from './states.ts'
import { CORRECTION, HELD_ISSUE, ISSUE, LETTER, OTHER_STORY, SCAN, type Stock } from './stock.ts'

type Asks = state.Asks

/** The admin's routes by method and path of their pages: twins under /api are asked for the same. */
export function adminAsks(stock: Stock): Asks {
  return { ...reads(stock), ...onNews(stock), ...onScans(), ...onMail(), ...onSubscribers() }
}

function reads({ story, articles: [article = ''] }: Stock): Asks {
  return {
    'GET /admin/articles': { query: 'limit=100&find=headline' },
    'GET /admin/articles/:id': { in: { id: article } },
    'GET /admin/corrections': { query: 'limit=100' },
    'GET /admin/digest/issues/:id': { in: { id: ISSUE } },
    'GET /admin/digest/preview': { query: 'choice=changes' },
    'GET /admin/scans/:id': { in: { id: SCAN } },
    'GET /admin/scans/:id/events': { in: { id: SCAN }, before: state.goingOn },
    'GET /admin/sources/:id': { in: { id: 'source-1' } },
    'GET /admin/stories': { query: 'limit=100' },
    'GET /admin/stories/:id': { in: { id: story } },
    'GET /admin/subscribers/:id': { before: state.somebody },
    'GET /api/admin/subscribers/export': { query: 'limit=200' },
  }
}

function onNews({ story, other, articles }: Stock): Asks {
  const [article = ''] = articles
  const others = articles.slice(1, -1) // without the one that founded the story
  const stories = [story, other]
  const modalities = ['plan', 'wish']
  const another = () => state.another(others)
  return {
    'POST /admin/articles/:id/gone': { body: { gone: 'yes' }, before: another },
    'POST /admin/articles/:id/move': { body: { into: OTHER_STORY }, before: another },
    'POST /admin/articles/:id/original': { before: another },
    'POST /admin/articles/:id/relevance': { body: { relevant: 'no' }, before: another },
    'POST /admin/articles/:id/split': { before: another },
    'POST /admin/articles/:id/statements/:number': {
      in: { id: article, number: '0' },
      before: () => Promise.resolve({ body: { modality: modalities.shift() } }),
    },
    'POST /admin/corrections/:id/undo': { in: { id: CORRECTION }, before: state.notUndone },
    'POST /admin/stories/:id/merge': {
      body: { into: OTHER_STORY },
      before: () => state.another(stories),
    },
  }
}

function onScans(): Asks {
  return {
    'POST /admin/dead-letters/:id/put-aside': { in: { id: LETTER }, before: state.openedLetters },
    'POST /admin/dead-letters/:id/replay': { in: { id: LETTER }, before: state.openedLetters },
    'POST /admin/dead-letters/replay': { before: state.openedLetters },
    'POST /admin/hosts/allow': { body: { host: 'allowed.example' }, before: state.stoppedHost },
    'POST /admin/hosts/stop': { body: { host: 'source-1.example', words: 'Stay away.' } },
    'POST /admin/scans': { body: {} },
    'POST /admin/scans/:id/go-on': { in: { id: SCAN }, before: state.stoppedScan },
    'POST /admin/scans/:id/stop': { in: { id: SCAN }, before: state.goingOn },
    'POST /admin/sources/:id/pause': { in: { id: 'source-2' }, body: { why: 'why not' } },
    'POST /admin/sources/:id/resume': { in: { id: 'source-2' } },
    'POST /admin/try': { body: { url: 'https://try.example/feed', kind: 'feed' } },
  }
}

function onMail(): Asks {
  return {
    'POST /admin/digest/approval': { body: { wanted: 'yes' } },
    'POST /admin/digest/go-on': { before: state.paused },
    'POST /admin/digest/issues/:id/approve': { in: { id: HELD_ISSUE }, before: state.held },
    'POST /admin/digest/issues/:id/remake': { in: { id: HELD_ISSUE }, before: state.held },
    'POST /admin/digest/pause': { before: state.notPaused },
    'POST /admin/digest/test': { body: { to: 'me@example.org', choice: 'weekly' } },
    'POST /admin/sign-in': { body: { token: env.ADMIN_TOKEN, next: '/admin' } },
    'POST /admin/sign-out': {},
  }
}

function onSubscribers(): Asks {
  const rows = Array.from({ length: 50 }, (_, n) => state.person(n))
  return {
    'POST /admin/subscribers/:id/erase': { before: state.somebody },
    'POST /admin/subscribers/:id/lift': { before: state.suppressed },
    'POST /admin/subscribers/:id/unsubscribe': { before: state.somebody },
    'POST /admin/subscribers/find': { body: { address: 'reader-7@example.org' } },
    'POST /admin/subscribers/lift': { before: state.suppressed },
    'POST /api/admin/keys/rotate': { body: { rows: 200 }, before: state.underOtherKey },
    'POST /api/admin/subscribers/import': { body: { rows } },
  }
}
