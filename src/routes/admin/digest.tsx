import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { CHOICE_IDS } from '../../choice.ts'
import { previewIssue } from '../../digest/preview.ts'
import type { WantedTest } from '../../digest/try-out.ts'
import { askApproval, decide, goOn, pause, sendTest, type WantedApproval } from './digest.acts.ts'
import { DigestView } from './digest.page.tsx'
import { PreviewView } from './digest.preview.tsx'
import { readDigest, readSending } from './digest.read.ts'
import { SendingView } from './digest.sending.tsx'
import { trouble } from './trouble.ts'
import { type AdminHono, act, show } from './twin.tsx'

// A mail brings its own style, and runs, loads and frames nothing.
const MAIL_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-popups allow-top-navigation-by-user-activation',
].join('; ')

const none = z.object({})
const one = z.object({ id: z.string() })
const preview = z.object({
  issue: z.string().max(40).optional(),
  week: z
    .string()
    .regex(/^\d{4}-W\d{2}$/, 'a week as 2026-W48')
    .optional(),
  choice: z.enum(CHOICE_IDS).default('weekly'),
})
const test: z.ZodType<WantedTest> = preview.extend({ to: z.string().min(3).max(400) })
const approval: z.ZodType<WantedApproval> = z.object({ wanted: z.enum(['yes', 'no']) })

const UNKNOWN = trouble(404, 'Unknown issue', 'There is no issue of this id.')
const NO_WEEK = trouble(422, 'No week', 'There is no such week.')

/** The digest: what comes, a look at it, approval, and how its sending goes. */
export function digestRoutes(app: App): AdminHono {
  const hono: AdminHono = new Hono()
  hono.use('/admin/digest/preview', async (c, next) => {
    await next()
    const policy = c.res.headers.get('content-security-policy') ?? ''
    c.res.headers.set('content-security-policy', `${policy}; frame-src 'self'`)
  })
  hono.get('/admin/digest/mail', async (c) => {
    const wanted = preview.safeParse(c.req.query())
    const found = wanted.success ? await previewIssue(app, wanted.data) : null
    if (!found) return c.text('There is no such week.', 422)
    c.header('content-security-policy', MAIL_POLICY)
    c.header('x-frame-options', 'SAMEORIGIN')
    return c.html(found.mail.html)
  })
  shown(hono, app)
  acted(hono, app)
  return hono
}

function shown(hono: AdminHono, app: App): void {
  show(hono, app, {
    path: '/digest',
    asks: none,
    read: () => readDigest(app),
    title: () => 'Digest',
    view: (digest) => <DigestView app={app} digest={digest} />,
    head: () => <link rel="stylesheet" href="/admin-mail.css" />,
  })
  show(hono, app, {
    path: '/digest/preview',
    asks: preview,
    read: async ({ wanted }) => (await previewIssue(app, wanted)) ?? NO_WEEK,
    title: ({ id }) => `Preview of ${id}`,
    view: (found, { wanted }) => <PreviewView preview={found} wanted={wanted} />,
    head: () => <link rel="stylesheet" href="/admin-mail.css" />,
  })
  show(hono, app, {
    path: '/digest/issues/:id',
    asks: one,
    read: async ({ wanted }) => (await readSending(app, wanted.id)) ?? UNKNOWN,
    title: ({ id }) => `Issue ${id}`,
    view: (sending) => <SendingView sending={sending} />,
  })
}

function acted(hono: AdminHono, app: App): void {
  act(hono, app, { path: '/digest/test', asks: test, act: (asked) => sendTest(app, asked) })
  act(hono, app, {
    path: '/digest/approval',
    asks: approval,
    act: (asked) => askApproval(app, asked),
  })
  act(hono, app, { path: '/digest/pause', asks: none, act: ({ who }) => pause(app, who) })
  act(hono, app, { path: '/digest/go-on', asks: none, act: ({ who }) => goOn(app, who) })
  for (const decision of ['approve', 'remake'] as const) {
    act(hono, app, {
      path: `/digest/issues/:id/${decision}`,
      asks: one,
      act: (asked) => decide(app, decision, asked),
    })
  }
}
