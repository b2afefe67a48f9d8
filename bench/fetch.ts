import { readOptions } from '../scripts/options.ts'
import { polite } from './fetch/reader.ts'
import { type Rows, rowsOf } from './fetch/rows.ts'
import { FEEDS, publisher, size } from './fetch/web.ts'

const DAYS = 30
const COUNTED = 2 // days of which D1 counts the rows

const USAGE = `npm run bench -- fetch [--rows]

Bytes and requests over ${DAYS} simulated days for ${FEEDS.length} feeds, by the scan's own code, beside a reader
that polls hourly without validators.
  --rows  in their place what a look and a cron cost a local D1, over ${COUNTED} days: some minutes
  --help  this text`

/** Prints what both readers cost the publishers. */
export async function benchFetch(args: string[]): Promise<void> {
  const { rows } = readOptions(args, USAGE, { rows: { type: 'boolean' } })
  if (rows) return await countRows()
  const ours = await polite(DAYS)
  const naive = { requests: 0, bytes: 0 }
  for (const feed of FEEDS) {
    for (let hour = 0; hour < DAYS * 24; hour++) {
      naive.requests++
      naive.bytes += size(publisher(feed, hour, null))
    }
  }
  console.table({
    'this scan': row(ours),
    'hourly, no validators': row(naive),
    'share in %': {
      requests: percent(ours.requests / naive.requests),
      'of them robots.txt': percent(ours.robots / ours.requests),
      megabytes: percent(ours.bytes / naive.bytes),
    },
  })
}

async function countRows(): Promise<void> {
  const { cron, look } = await rowsOf(COUNTED)
  console.table({ 'a look': mean(look), 'a cron': mean(cron) })
}

function mean({ times, read, written, statements }: Rows) {
  const each = (sum: number) => Math.round((sum / times) * 10) / 10
  const rows = { 'rows read': each(read), 'rows written': each(written) }
  return { times, ...rows, statements: each(statements) }
}

function row({
  requests,
  bytes,
  robots = 0,
}: {
  requests: number
  bytes: number
  robots?: number
}) {
  return { requests, 'of them robots.txt': robots, megabytes: Math.round(bytes / 1e4) / 100 }
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10
}
