import { streamSSE } from 'hono/streaming'
import type { App } from '../../app.ts'
import { Progress, type ScanShown, wordsOf } from './scan.page.tsx'
import type { AdminHono } from './twin.tsx'

/*
 * A free Worker may make 50 queries for one request, and a poll makes five: so a stream ends after
 * eight, and the browser comes back by itself.
 */
const POLLS = 8
const PAUSE = 1500 // milliseconds between two polls
const SOON = 500 // milliseconds until the browser comes back to a scan that runs
const LATER = 30_000 // the same, to one that waits

/** How a scan goes as server-sent events: the page's own markup, whenever it has changed. */
export function scanEvents(
  hono: AdminHono,
  app: App,
  readScan: (app: App, id: string) => Promise<ScanShown | null>,
): void {
  hono.get('/admin/scans/:id/events', (c) =>
    streamSSE(c, async (stream) => {
      let last = ''
      for (let poll = 0; poll < POLLS && !stream.aborted; poll++) {
        if (poll > 0) await stream.sleep(PAUSE)
        const scan = await readScan(app, c.req.param('id'))
        if (!scan) return await stream.writeSSE({ event: 'end', data: '' })
        const { words, html } = await shown(scan)
        const data = JSON.stringify({ words, html })
        const retry = scan.state === 'waiting' ? LATER : SOON
        if (data !== last) await stream.writeSSE({ event: 'progress', data, retry })
        last = data
        if (scan.state === 'waiting') return
        if (scan.state !== 'running') return await stream.writeSSE({ event: 'end', data: '' })
      }
    }),
  )
}

async function shown(scan: ScanShown): Promise<{ words: string; html: string }> {
  const html = await (<Progress scan={scan} />).toString()
  return { words: wordsOf(scan), html }
}
