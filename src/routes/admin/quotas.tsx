import { Hono } from 'hono'
import { z } from 'zod'
import type { App } from '../../app.ts'
import { type Meter, readMeters } from '../../digest/meters.ts'
import { type AdminHono, show } from './twin.tsx'

const BY = {
  us: 'counted here, at least',
  provider: 'told by the mail provider',
  database: 'told by the database',
} as const

type QuotasShown = { meters: Meter[]; first: Meter | null; notCounted: string[] }

/** What is used of what is limited, and what runs out first. */
export function quotaRoutes(app: App): AdminHono {
  const hono: AdminHono = new Hono()
  show(hono, app, {
    path: '/quotas',
    asks: z.object({}),
    read: () => readQuotas(app),
    title: () => 'Quotas',
    view: (quotas) => <Quotas {...quotas} />,
    head: () => <link rel="stylesheet" href="/admin-mail.css" />,
  })
  return hono
}

async function readQuotas(app: App): Promise<QuotasShown> {
  const meters = await readMeters(app)
  const first = meters.find(({ share }) => share !== null) ?? null
  return { meters, first, notCounted: ['requests', 'CPU time'] }
}

function Quotas({ meters, first, notCounted }: QuotasShown) {
  return (
    <>
      <p>{first ? `Nearest to its limit: ${firstWords(first)}` : 'No limit is known.'}</p>
      <table class="cards brief" aria-label="Quotas">
        <thead>
          <tr>
            {['What', 'Used', 'Limit', 'How near', 'Known by'].map((name) => (
              <th scope="col" class={name === 'Used' || name === 'Limit' ? 'num' : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {meters.map((meter) => (
            <Row meter={meter} />
          ))}
        </tbody>
      </table>
      <p class="note">
        Days and months are UTC, as Cloudflare counts them. The limits of the platform are those of
        its free plan; those of the mail provider are MAIL_DAILY_QUOTA and MAIL_MONTHLY_QUOTA, none
        where they are not set. Not counted here: {notCounted.join(' and ')}, which only
        Cloudflare’s dashboard knows.
      </p>
    </>
  )
}

function firstWords({ name, share }: Meter): string {
  return `${name}, ${percent(share ?? 0)} used.`
}

function Row({ meter: { name, used, limit, share, ends, by } }: { meter: Meter }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="num" data-name="Used">
        {used.toLocaleString('en')}
      </td>
      <td class="num" data-name="Limit">
        {limit === null ? 'none set' : limit.toLocaleString('en')}
        {limit !== null && ends && ` a ${ends}`}
      </td>
      <td data-name="How near">
        {share === null ? (
          '–'
        ) : (
          <>
            <progress max={1} value={Math.min(share, 1)} aria-label={`${name}, ${by}`} />{' '}
            {percent(share)}
          </>
        )}
      </td>
      <td data-name="Known by">{BY[by]}</td>
    </tr>
  )
}

function percent(share: number): string {
  return `${share > 0 && share < 0.01 ? '< 1' : Math.round(share * 100)} %`
}
