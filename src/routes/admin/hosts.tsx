import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { audit } from '../../db/admin/audit.ts'
import { listStoppedHosts, stopHost, unstopHost } from '../../db/hosts.stopped.ts'
import { type Trouble, trouble } from './trouble.ts'
import { type AdminHono, type Asked, act, type Done, show } from './twin.tsx'
import { Moment } from './words.tsx'

const HOST = /^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/

const hostName = z.string().trim().toLowerCase().regex(HOST, 'a host, as news.example').max(253)
const stopping = z.object({ host: hostName, words: z.string().trim().min(1).max(1000) })
const allowing = z.object({ host: hostName })

type Stopped = Awaited<ReturnType<typeof listStoppedHosts>>

/** Hosts that are never asked, since their publishers asked for that. */
export function hostRoutes(app: App): AdminHono {
  const hono: AdminHono = new Hono()
  show(hono, app, {
    path: '/hosts',
    asks: z.object({}),
    read: async () => ({ hosts: await listStoppedHosts(app.db) }),
    title: () => 'Hosts that are never asked',
    view: ({ hosts }) => <Hosts hosts={hosts} />,
  })
  act(hono, app, { path: '/hosts/stop', asks: stopping, act: (asked) => stop(app, asked) })
  act(hono, app, { path: '/hosts/allow', asks: allowing, act: (asked) => allow(app, asked) })
  return hono
}

async function stop(
  app: App,
  { wanted: { host, words }, who }: Asked<z.infer<typeof stopping>>,
): Promise<Done> {
  const at = app.now().toISOString()
  const before = (await listStoppedHosts(app.db)).find((one) => one.host === host) ?? null
  await app.db.batch([
    stopHost(app.db, host, at, words),
    audit(app.db, { at, who, act: 'stop host', subject: host, before, after: { words } }),
  ])
  return { said: `${host} is not asked any more.`, to: '/hosts', data: { host } }
}

async function allow(
  app: App,
  { wanted: { host }, who }: Asked<z.infer<typeof allowing>>,
): Promise<Done | Trouble> {
  const before = (await listStoppedHosts(app.db)).find((one) => one.host === host)
  if (!before) return trouble(404, 'Unknown host', `"${host}" is not among the stopped ones.`)
  const at = app.now().toISOString()
  await app.db.batch([
    unstopHost(app.db, host),
    audit(app.db, { at, who, act: 'allow host', subject: host, before, after: { words: null } }),
  ])
  return { said: `${host} may be asked again.`, to: '/hosts', data: { host } }
}

function Hosts({ hosts }: { hosts: Stopped }) {
  return (
    <>
      {hosts.length > 0 && (
        <table class="cards brief">
          <thead>
            <tr>
              <th scope="col">Host, with its subdomains</th>
              <th scope="col">Since</th>
              <th scope="col">In which words</th>
              <th scope="col">If they are taken back</th>
            </tr>
          </thead>
          <tbody>
            {hosts.map(({ host, askedAt, words }) => (
              <tr>
                <th scope="row">{host}</th>
                <td>
                  <Moment at={askedAt} />
                </td>
                <td data-name="Words">{words}</td>
                <td>
                  <form class="in-row" method="post" action="/admin/hosts/allow">
                    <input type="hidden" name="host" value={host} />
                    <button type="submit" class="plain" aria-label={`Ask ${host} again`}>
                      Ask again
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>Stop asking a host</h2>
      <form method="post" action="/admin/hosts/stop">
        <label for="host">Host</label>
        <input type="text" id="host" name="host" required placeholder="news.example" />
        <label for="words">What its publisher wrote to us</label>
        <input type="text" id="words" name="words" required maxlength={1000} />
        <button type="submit">Never ask it</button>
      </form>
    </>
  )
}
