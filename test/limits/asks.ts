import { adminAsks } from './asks.admin.ts'
import * as state from './states.ts'
import type { Stock } from './stock.ts'

/** How each route is asked for most, by method and path. A GET that takes nothing needs no entry. */
export function asksOf(stock: Stock): state.Asks {
  return { ...adminAsks(stock), ...site(stock), ...api(stock), ...byMail() }
}

function site({ story }: Stock): state.Asks {
  return {
    'GET /health': { below: 504 }, // it tells that much is late
    'GET /issues/:file': { in: { file: '2024-W07' } },
    'GET /people/:slug': { in: { slug: 'person-3' } },
    'GET /quotes/:slug': { in: { slug: 'we-are-working-on-it-take-5' } },
    'GET /search': { query: 'q=headline+film' },
    'GET /status': { query: 'at=2023-01-01' },
    'GET /stories/:id': { in: { id: story } },
  }
}

function api({ story, articles: [article = ''] }: Stock): state.Asks {
  return {
    'GET /api/v1/articles': { query: 'limit=50&since=2019-01-01' },
    'GET /api/v1/articles/:id': { in: { id: article } },
    'GET /api/v1/issues': { query: 'limit=50' },
    'GET /api/v1/outlets': { query: 'limit=200' },
    'GET /api/v1/people': { query: 'limit=200' },
    'GET /api/v1/people/:id': { in: { id: 'person-3' } },
    'GET /api/v1/quotes': { query: 'limit=100' },
    'GET /api/v1/quotes/:id': { in: { id: 'we-are-working-on-it-take-5' } },
    'GET /api/v1/search': { query: 'q=headline&limit=10' },
    'GET /api/v1/statements': { query: 'limit=100' },
    'GET /api/v1/status': { query: 'at=2023-01-01' },
    'GET /api/v1/stories': { query: 'limit=25' },
    'GET /api/v1/stories/:id': { in: { id: story } },
  }
}

/** What is asked by the links in mails, and by their provider. */
function byMail(): state.Asks {
  const manage = { before: () => state.byLink('manage') }
  const unsubscribe = { before: () => state.byLink('unsubscribe') }
  return {
    'GET /confirm': { before: async () => ({ query: `token=${await state.openLink()}` }) },
    'GET /manage': manage,
    'GET /manage/data': manage,
    'GET /manage/erase': manage,
    'GET /unsubscribe': unsubscribe,
    'POST /confirm': { before: async () => ({ body: { token: await state.openLink() } }) },
    'POST /confirm/again': {
      before: async () => ({ body: { token: await state.openLink('2026-11-01') } }),
    },
    'POST /manage': { ...manage, body: { choice: 'changes' } },
    'POST /manage/erase': manage,
    'POST /subscribe': { body: { email: 'new@example.org', choice: 'weekly' } },
    'POST /unsubscribe': unsubscribe,
    'POST /webhooks/resend': { before: state.bounces },
  }
}
