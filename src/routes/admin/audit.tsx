import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { type KeptAct, listActs } from '../../db/admin/audit.ts'
import { Pairs } from './pairs.tsx'
import { type AdminHono, show } from './twin.tsx'
import { Moment } from './words.tsx'

const A_PAGE = 50

const asks = z.object({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(A_PAGE),
})

type Acts = { acts: KeptAct[]; next: number | null }

/** Every act of an admin, latest first. */
export function auditRoutes(app: App): AdminHono {
  const hono: AdminHono = new Hono()
  show(hono, app, {
    path: '/audit',
    asks,
    read: ({ wanted }) => readActs(app, wanted),
    title: () => 'Audit log',
    view: (data) => <Audit {...data} />,
  })
  return hono
}

async function readActs(app: App, { before, limit }: z.infer<typeof asks>): Promise<Acts> {
  const acts = await listActs(app.db, { before: before ?? null, limit: limit + 1 })
  const shown = acts.slice(0, limit)
  return { acts: shown, next: acts.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

function Audit({ acts, next }: Acts) {
  if (!acts.length) return <p>Nobody has done anything yet.</p>
  return (
    <>
      <table class="cards brief">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {acts.map((act) => (
            <Row act={act} />
          ))}
        </tbody>
      </table>
      {next !== null && (
        <p class="pages">
          <a href={`/admin/audit?before=${next}`}>Earlier</a>
        </p>
      )}
    </>
  )
}

function Row({ act }: { act: KeptAct }) {
  return (
    <tr>
      <td>
        <Moment at={act.at} />
      </td>
      <td data-name="Who">{act.who}</td>
      <td data-name="What">
        {act.act} {act.subject && <span class="id">{act.subject}</span>}
      </td>
      <td data-name="Before">
        <Pairs data={act.before} />
      </td>
      <td data-name="After">
        <Pairs data={act.after} />
      </td>
    </tr>
  )
}
