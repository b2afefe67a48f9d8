import { env } from 'cloudflare:workers'
import { mailWorld } from '../digest/world.ts'

/** The world of mails with an admin, asked as a program. */
export async function adminMail(vars: Parameters<typeof mailWorld>[0] = {}) {
  const world = await mailWorld(vars)
  await env.DB.batch(
    ['audit', 'usage', 'alerts', 'subscriber_days', 'dead_letters'].map((table) =>
      env.DB.prepare(`DELETE FROM ${table}`),
    ),
  )
  const headers = { authorization: `Bearer ${env.ADMIN_TOKEN}` }
  const ask = async (path: string, init: RequestInit = {}) =>
    await world.site.request(`${world.app.config.siteUrl}${path}`, { headers, ...init })
  return {
    ...world,
    ask,
    /** An admin's page. */
    page: (path: string) => ask(`/admin${path}`),
    /** JSON; a body makes it a POST. */
    api: (path: string, body?: unknown) =>
      ask(
        `/api/admin${path}`,
        body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
      ),
    acts: async () => {
      const { acts } = await (await ask('/api/admin/audit')).json<{ acts: Act[] }>()
      return acts
    },
  }
}

type Act = { who: string; act: string; subject: string; before: object; after: object }
