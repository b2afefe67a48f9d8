import { z } from 'zod'
import type { App } from '../../app.ts'
import { startBackfill } from '../../scrape/backfill.ts'
import type { WithScan } from '../../scrape/jobs.ts'
import { rescanPage } from '../../scrape/rescan-page.ts'
import { rescan, rescanAnew } from '../../scrape/scrape.ts'
import { type Trouble, trouble } from './trouble.ts'

const yes = z.union([z.literal(true), z.literal('true')]).transform(() => true as const)

/**
 * What an admin may ask for: a look at one source by its id, or at all where none is named; at all of
 * it, though its server says that nothing has changed; its history, all or of some days; or one page.
 */
export const scanAsks = z
  .strictObject({
    source: z.string().min(1).max(100).optional(),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
    anew: yes.optional(),
    backfill: yes.optional(),
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
  })
  .refine(({ url, ...rest }) => !url || Object.values(rest).every((value) => value === undefined), {
    error: 'a url goes alone',
  })
  .refine(({ source, anew, backfill }) => source || !(anew || backfill), {
    error: 'name the source that is to be read anew or back',
  })
  .refine(({ anew, backfill }) => !(anew && backfill), { error: 'either anew or backfill' })
  .refine(({ from, until, backfill }) => backfill || !(from || until), {
    error: 'days go with backfill',
  })
  .refine(({ from, until }) => !from || !until || from <= until, {
    error: 'from comes after until',
  })

export type WantedScan = z.infer<typeof scanAsks>

/** A scan that was begun, or that runs already and does the same. */
export type Begun = { scanId: string; kind: 'started' | 'running' | 'waiting'; until?: string }

const REFUSALS = {
  'unknown source': ({ source }: WantedScan) =>
    trouble(404, 'Unknown source', `No source has the id "${source}".`),
  'no history': ({ source }: WantedScan) =>
    trouble(409, 'No history', `Source "${source}" has no pages to go back.`),
  'no source': () =>
    trouble(409, 'No source', 'No source is of the site of this page; but you can try it.'),
  'no address': () => trouble(422, 'No address', 'This is not the address of a page.'),
}

/** Begins what is wanted, with what is to be written with the scan, or tells why not. */
export async function beginScan(
  app: App,
  wanted: WantedScan,
  withScan: WithScan,
): Promise<Begun | Trouble> {
  const begun = await begin(app, wanted, withScan)
  return 'scanId' in begun ? begun : REFUSALS[begun.kind](wanted)
}

async function begin(
  app: App,
  { source, url, anew, backfill, from, until }: WantedScan,
  withScan: WithScan,
) {
  if (url) return await rescanPage(app, url, withScan)
  if (source && backfill) {
    return await startBackfill(app, source, { from: from ?? null, until: until ?? null }, withScan)
  }
  if (source && anew) return await rescanAnew(app, source, withScan)
  return await rescan(app, source ?? null, withScan)
}
