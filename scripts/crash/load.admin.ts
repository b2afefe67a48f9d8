import { z } from 'zod'
import type { Chance } from '../chance.ts'
import { askAdmin, type Said } from './ask.ts'
import { actIn } from './book.ts'
import { nowIn, type World } from './world.ts'

const FIRST = 400 // of those on the list, from whom the admin's unsubscribed are drawn

const REREAD = 8 // pages that are asked for again; the others have to be read without an admin

const scanSchema = z.object({ id: z.string(), state: z.string() })
const endedSchema = z.object({ said: z.string() }) // others may have left by themselves meanwhile
const foundSchema = z.object({ id: z.string().nullable() })

/** A rescan: of all, of one source, or of one page. */
export async function wantScan(world: World, chance: Chance): Promise<void> {
  const { newsroom, book } = world
  const { id } = newsroom.publishers[chance.below(newsroom.publishers.length)] ?? {}
  const wanted = chance.one<object>([
    {},
    { source: id },
    { source: id },
    { url: pageIn(world, chance) },
  ])
  const said = await askAdmin(world, '/scans', wanted)
  if (!said?.isDone) return refused(world, said, [404, 409])
  const scan = scanSchema.parse(JSON.parse(said.text))
  if (scan.state === 'running') return
  const entry = actIn(book, 'start scan', scan.id)
  entry.asked += 1
  entry.answered += 1
}

/** A publisher asks us to stay away: each time another, of whom we know nothing. */
export async function stopAHost(world: World, chance: Chance): Promise<void> {
  const host = `publisher-${chance.below(1e9)}.example`
  const entry = actIn(world.book, 'stop host', host)
  entry.asked += 1
  const said = await askAdmin(world, '/hosts/stop', { host, words: 'Please stay away.' })
  if (said?.isDone) entry.answered += 1
  else refused(world, said)
}

/** Somebody of the list writes a letter, and an admin ends the subscription. */
export async function unsubscribeAs(world: World, chance: Chance): Promise<void> {
  const person = [...world.book.people.values()][chance.below(FIRST)]
  if (!person?.confirmed || person.leaving !== null) return
  const found = await askAdmin(world, '/subscribers/find', { address: person.address })
  const id = found?.isDone ? foundSchema.parse(JSON.parse(found.text)).id : null
  if (!id) return refused(world, found)
  const looked = actIn(world.book, 'look up subscriber', id)
  looked.asked += 1
  looked.answered += 1
  const entry = actIn(world.book, 'unsubscribe', id)
  entry.asked += 1
  person.leaving = nowIn(world)
  const said = await askAdmin(world, `/subscribers/${id}/unsubscribe`, {})
  if (!said?.isDone) return refused(world, said)
  person.left = nowIn(world)
  if (endedSchema.parse(JSON.parse(said.text)).said === 'Unsubscribed.') entry.answered += 1
}

function pageIn({ newsroom }: World, chance: Chance): string {
  const pages = newsroom.requests.filter(({ path }) => !/feed|atom|robots/.test(path))
  const page = pages[chance.below(Math.min(pages.length, REREAD))]
  return `http://${page?.host ?? 'nobody.localhost'}:${new URL(newsroom.url).port}${page?.path ?? '/'}`
}

/** An answer that says no, where nothing was wrong with the question. */
function refused(world: World, said: Said | null, isExpected: number[] = []): void {
  if (!said || said.status < 400 || said.status >= 500 || isExpected.includes(said.status)) return
  world.book.troubles.push(`an act was refused with ${said.status}: ${said.text.slice(0, 200)}`)
}
