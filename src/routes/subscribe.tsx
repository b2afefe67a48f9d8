import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { App } from '../app.ts'
import { subscribe } from '../digest/subscribe.ts'
import { isPerson } from '../digest/turnstile.ts'
import { likelyMeant } from '../digest/typo.ts'
import { networkOfRequest } from './network.ts'
import { problem } from './problem.ts'
import { CONSENT_VERSION } from './subscribe.form.tsx'
import { AskedPage, FormPage, MeantPage, NEXT } from './subscribe.pages.tsx'
import { type AskedWish, readWish } from './subscribe.wish.ts'
import { allowTurnstile } from './turnstile.tsx'

const BODY_LIMIT = 4 * 1024 // bytes
const AN_HOUR = '3600' // seconds, for Retry-After

/** Why a wish was not taken: a status, and words for programs and for people. */
const REFUSALS = {
  address: {
    status: 422,
    title: 'Bad address',
    words: 'This is not a mail address we can write to. Is it complete, like name@example.org?',
  },
  choice: { status: 422, title: 'Bad choice', words: 'Choose weekly, news or changes.' },
  person: {
    status: 422,
    title: 'One more step',
    words: 'Please let us check that you are no robot, then subscribe.',
  },
  unchecked: {
    status: 503,
    title: 'Not now',
    words: 'We cannot check right now that you are no robot. Please try again in a while.',
  },
  'network limit': {
    status: 429,
    title: 'Too many requests',
    words: 'Too many addresses were subscribed from your network. Please try again in an hour.',
  },
  'total limit': {
    status: 429,
    title: 'Too many requests',
    words: 'Too many people subscribe right now. Please try again in an hour.',
  },
} as const

type Refusal = keyof typeof REFUSALS

/** Subscribing, by the page's form or as JSON `{ "email", "choice"?, "sure"? }`. */
export function subscribeRoutes(app: App): Hono {
  const { config } = app
  return new Hono()
    .get('/subscribe', (c) => {
      allowTurnstile(c, config)
      return c.html(<FormPage config={config} />)
    })
    .post('/subscribe', bodyLimit({ maxSize: BODY_LIMIT }), async (c) => {
      const wish = await readWish(c)
      if (wish.isBadChoice) return refuse(app, c, wish, 'choice')
      if (!wish.address) return refuse(app, c, wish, 'address')
      if (wish.isTrapped) return asked(app, c, wish) // the same answer, and nothing done
      const meant = wish.isSure ? null : likelyMeant(wish.address)
      if (meant) return askBack(app, c, wish, meant)
      const verdict = await isPerson(app, wish.answer)
      if (verdict !== 'yes') return refuse(app, c, wish, verdict === 'no' ? 'person' : verdict)
      const taking = await subscribe(app, {
        ...wish,
        address: wish.address,
        textVersion: CONSENT_VERSION,
        network: networkOfRequest(c),
      })
      return taking === 'taken' ? asked(app, c, wish) : refuse(app, c, wish, taking)
    })
}

function asked({ config }: App, c: Context, { isJson }: AskedWish) {
  return isJson ? c.json({ next: NEXT }, 202) : c.html(<AskedPage config={config} />, 202)
}

function askBack({ config }: App, c: Context, wish: AskedWish, meant: string) {
  const words = `Did you mean ${meant}? If not, send "sure": true with the address.`
  if (wish.isJson) return problem(c, 422, 'Likely a slip', words)
  allowTurnstile(c, config)
  return c.html(<MeantPage config={config} wish={wish} meant={meant} />, 422)
}

function refuse({ config }: App, c: Context, wish: AskedWish, why: Refusal) {
  const { status, title, words } = REFUSALS[why]
  if (status === 429) c.header('retry-after', AN_HOUR)
  if (wish.isJson) return problem(c, status, title, words)
  allowTurnstile(c, config)
  const { typed, choice } = wish
  return c.html(<FormPage config={config} address={typed} choice={choice} error={words} />, status)
}
