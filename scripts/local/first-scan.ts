import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'

const LONGEST = 10 * 60_000 // milliseconds

const scanSchema = z.object({
  looks: z.array(
    z.object({
      sourceId: z.string(),
      outcome: z.string().nullable(),
      detail: z.string().nullable(),
    }),
  ),
  pages: z.object({ found: z.number(), read: z.number(), givenUp: z.number() }),
  unplaced: z.number(),
})

type Scan = z.infer<typeof scanSchema>

/** Rescans all sources as an admin would, and waits until every page that they show is read. */
export async function scanAll(
  site: string,
  adminToken: string,
  tell: (progress: string) => void,
): Promise<Scan> {
  const headers = { authorization: `Bearer ${adminToken}` }
  const asked = await fetch(`${site}/api/admin/scans`, { method: 'POST', headers })
  if (asked.status !== 202) throw new Error(`The rescan was refused: ${await asked.text()}`)
  const { id } = z.object({ id: z.string() }).parse(await asked.json())
  const deadline = Date.now() + LONGEST
  while (Date.now() < deadline) {
    const response = await fetch(`${site}/api/admin/scans/${id}`, { headers })
    const scan = scanSchema.parse(await response.json())
    tell(progressOf(scan))
    if (isDone(scan)) return scan
    await wait(300)
  }
  throw new Error('The scan did not end within ten minutes.')
}

function progressOf({ looks, pages }: Scan): string {
  const looked = looks.filter(({ outcome }) => outcome).length
  return `${looked} of ${looks.length} sources, ${pages.read} of ${pages.found} articles`
}

function isDone({ looks, pages, unplaced }: Scan): boolean {
  const isRead = pages.read + pages.givenUp === pages.found
  return looks.every(({ outcome }) => outcome) && isRead && unplaced === 0
}
