/*
 * How to add to the admin's side. Everything an admin sees or does is told once and answered twice:
 * as a page below /admin, and as JSON at the same path below /api/admin.
 *
 *   export function letterRoutes(app: App): AdminHono {
 *     const hono: AdminHono = new Hono()
 *     show(hono, app, {
 *       path: '/letters', asks: z.object({ after: z.string().optional() }),   // path and query
 *       read: ({ wanted }) => listLetters(app.db, wanted.after),              // is the JSON
 *       title: () => 'Dead letters', view: (letters) => <Letters letters={letters} />,
 *     })
 *     act(hono, app, {
 *       path: '/letters/:id/replay', asks: z.object({ id: z.string() }),      // path and body
 *       act: async ({ wanted, who }) => {
 *         … write it in one batch with audit(app.db, { at, who, act: 'replay letter', subject }) …
 *         return { said: 'It is tried again.', to: '/letters' }               // or trouble(404, …)
 *       },
 *     })
 *     return hono
 *   }
 *
 * Then: a line in admin.ts, and for a new place one in PLACES of page.tsx. In a view, a form posts to
 * `/admin/letters/ID/replay`; an empty field counts as not sent. Nothing is inline, neither script nor
 * style: public/admin.css and public/admin.js have them, and each page works without the script.
 */
import type { Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import type { App } from '../../app.ts'
import { problem } from '../problem.ts'
import type { AdminEnv } from './guard.tsx'
import { AdminPage } from './page.tsx'
import { keepSaid, takeSaid } from './said.ts'
import { isTrouble, type Trouble, trouble } from './trouble.ts'

export type AdminHono = Hono<AdminEnv>

/** What is asked for: path, query and body as one, parsed, and by whom. */
export type Asked<Wanted> = { wanted: Wanted; who: string }

export type Shown<Wanted, Data> = {
  /** Below /admin and /api/admin. */
  path: string
  asks: z.ZodType<Wanted>
  read: (asked: Asked<Wanted>) => Promise<Data | Trouble>
  title: (data: Data) => string
  view: (data: Data, asked: Asked<Wanted>) => Child
  /** More of the page's head, as a script. */
  head?: (data: Data) => Child
}

/** What an act came to: a sentence for people, where to go then (below /admin), and data. */
export type Done = { said: string; to: string; data?: object; status?: 200 | 201 | 202 }

export type Acted<Wanted> = {
  path: string
  asks: z.ZodType<Wanted>
  act: (asked: Asked<Wanted>) => Promise<Done | Trouble>
}

/** Answers GET with what is read: as a page, and as JSON. */
export function show<Wanted, Data extends object>(
  hono: AdminHono,
  app: App,
  shown: Shown<Wanted, Data>,
): void {
  const { path, asks, read } = shown
  hono.get(pathOf('/api/admin', path), async (c) => {
    const asked = askedOf(c, asks, c.req.query())
    const data = isTrouble(asked) ? asked : await read(asked)
    return isTrouble(data) ? problemOf(c, data) : c.json(data)
  })
  hono.get(pathOf('/admin', path), async (c) =>
    pageOf(app, c, shown, askedOf(c, asks, filled(c.req.query()))),
  )
}

/** Answers POST with what is read, since the reading itself does something: asks a publisher. */
export function showPosted<Wanted, Data extends object>(
  hono: AdminHono,
  app: App,
  shown: Shown<Wanted, Data>,
): void {
  const { path, asks, read } = shown
  hono.post(pathOf('/api/admin', path), async (c) => {
    const asked = askedOf(c, asks, await jsonOf(c))
    const data = isTrouble(asked) ? asked : await read(asked)
    return isTrouble(data) ? problemOf(c, data) : c.json(data)
  })
  hono.post(pathOf('/admin', path), async (c) =>
    pageOf(app, c, shown, askedOf(c, asks, await formOf(c))),
  )
}

/** Answers POST by doing it: a form's with the page to see then, JSON's with JSON. */
export function act<Wanted>(
  hono: AdminHono,
  app: App,
  { path, asks, act: run }: Acted<Wanted>,
): void {
  hono.post(pathOf('/api/admin', path), async (c) => {
    const asked = askedOf(c, asks, await jsonOf(c))
    const done = isTrouble(asked) ? asked : await run(asked)
    if (isTrouble(done)) return problemOf(c, done)
    const { said, to, data = {}, status = 200 } = done
    return c.json({ said, ...data }, status, { location: `/api/admin${to}` })
  })
  hono.post(pathOf('/admin', path), async (c) => {
    const asked = askedOf(c, asks, await formOf(c))
    const done = isTrouble(asked) ? asked : await run(asked)
    if (isTrouble(done)) return troublePage(app, c, done)
    keepSaid(c, done.said)
    return c.redirect(`/admin${done.to === '/' ? '' : done.to}`, 303)
  })
}

async function pageOf<Wanted, Data extends object>(
  app: App,
  c: Context<AdminEnv>,
  { read, title, view, head }: Shown<Wanted, Data>,
  asked: Asked<Wanted> | Trouble,
) {
  if (isTrouble(asked)) return troublePage(app, c, asked)
  const data = await read(asked)
  if (isTrouble(data)) return troublePage(app, c, data)
  return c.html(
    <AdminPage
      {...{ config: app.config, who: asked.who, said: takeSaid(c), title: title(data) }}
      path={c.req.path.slice('/admin'.length) || '/'}
      head={head?.(data)}
    >
      {view(data, asked)}
    </AdminPage>,
  )
}

function pathOf(base: string, path: string): string {
  return path === '/' ? base : base + path
}

function askedOf<Wanted>(
  c: Context<AdminEnv>,
  asks: z.ZodType<Wanted>,
  fields: unknown,
): Asked<Wanted> | Trouble {
  const isObject = typeof fields === 'object' && fields !== null && !Array.isArray(fields)
  const parsed = asks.safeParse(isObject ? { ...fields, ...c.req.param() } : fields)
  if (parsed.success) return { wanted: parsed.data, who: c.get('who') }
  const words = parsed.error.issues.map(({ path, message }) => {
    return path.length ? `${path.join('.')}: ${message}` : message
  })
  return trouble(400, 'Bad request', words.join('; '))
}

/** The body as data; what is no JSON is null, and refused as what it is not. */
export async function jsonOf(c: Context): Promise<unknown> {
  try {
    return JSON.parse((await c.req.text()) || '{}')
  } catch {
    return null
  }
}

async function formOf(c: Context): Promise<Record<string, unknown>> {
  return filled(await c.req.parseBody({ all: true }).catch(() => ({})))
}

/** A form sends every field: an empty one is one that was left out. */
function filled(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

function problemOf(c: Context, { status, title, detail }: Trouble): Response {
  return problem(c, status, title, detail)
}

function troublePage(app: App, c: Context<AdminEnv>, { status, title, detail }: Trouble) {
  const path = c.req.path.slice('/admin'.length)
  return c.html(
    <AdminPage {...{ config: app.config, title, path, who: c.get('who') }}>
      <p role="alert">{detail}</p>
    </AdminPage>,
    status,
  )
}
