import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { z } from 'zod'
import type { App } from '../app.ts'
import { CHOICE_IDS, type Choice } from '../choice.ts'
import { change, eraseByToken, exportData, pauseDays, readManaged } from '../digest/manage.ts'
import { ErasedPage, ErasePage, ManagePage, NobodyPage } from './manage.pages.tsx'

const BODY_LIMIT = 4 * 1024 // bytes
const BAD_DAY = 'Choose a day from tomorrow on, within a year, or leave it empty.'

const changeSchema = z.object({
  choice: z.enum(CHOICE_IDS),
  pause_until: z.string().trim().catch(''),
})

/**
 * What a subscriber gets, by the signed link that is in each mail. The token stays in the address;
 * pages are shown by GET, and whatever changes something is a POST.
 */
export function manageRoutes(app: App): Hono {
  const { config } = app
  return new Hono()
    .use('/manage/*', async (c, next) => {
      c.header('cache-control', 'no-store')
      await next()
    })
    .get('/manage', (c) => showManaged(app, c, {}))
    .post('/manage', bodyLimit({ maxSize: BODY_LIMIT }), async (c) => {
      const managed = await readManaged(app, tokenOf(c))
      const { data } = changeSchema.safeParse(await c.req.parseBody().catch(() => null))
      if (!managed || !data) return showManaged(app, c, {})
      const wanted = { choice: data.choice, pauseUntil: data.pause_until }
      const made = await change(app, managed.id, wanted)
      const told =
        made === 'saved' ? { isSaved: true as const } : { error: BAD_DAY, choice: data.choice }
      return await showManaged(app, c, told)
    })
    .get('/manage/data', async (c) => {
      const data = await exportData(app, tokenOf(c))
      if (!data) return c.html(<NobodyPage config={config} />, 404)
      const disposition = 'attachment; filename="my-subscription.json"'
      return c.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
        'content-type': 'application/json',
        'content-disposition': disposition,
      })
    })
    .get('/manage/erase', async (c) => {
      const managed = await readManaged(app, tokenOf(c))
      return managed
        ? c.html(<ErasePage config={config} token={tokenOf(c)} address={managed.address} />)
        : c.html(<NobodyPage config={config} />, 404)
    })
    .post('/manage/erase', async (c) => {
      const erased = await eraseByToken(app, tokenOf(c))
      return erased === 'unknown'
        ? c.html(<NobodyPage config={config} />, 404)
        : c.html(<ErasedPage config={config} isDone={erased === 'erased'} />)
    })
}

type Told = { isSaved?: true; error?: string; choice?: Choice }

/** The page; after a mistake with the choice as it was made, though it is not saved. */
async function showManaged(app: App, c: Context, { choice, ...told }: Told) {
  const { config } = app
  const token = tokenOf(c)
  const managed = await readManaged(app, token)
  if (!managed) return c.html(<NobodyPage config={config} />, 404)
  const shown = { ...managed, choice: choice ?? managed.choice }
  const page = <ManagePage {...{ config, token, managed: shown, days: pauseDays(app), ...told }} />
  return c.html(page, told.error ? 422 : 200)
}

function tokenOf(c: Context): string {
  return c.req.query('token') ?? ''
}
