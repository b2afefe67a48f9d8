import { cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { currentStatus } from '../../src/db/status.ts'
import { http } from '../../src/routes/http.ts'
import { type Stage, stageWords } from '../../src/stage.ts'
import { emlOf } from '../digest/eml.ts'
import { indexPage } from './index-page.ts'
import type { Posted, World } from './world.ts'

/** What is kept of a day on which the status changed: the site's pages, and its API's answer. */
const PAGES = [
  '/',
  '/stories',
  '/status',
  '/people',
  '/outlets',
  '/issues',
  '/about',
  '/api/v1/status',
]

/** A status, and the day from which it was shown. */
type Shown = { day: string; stage: Stage | null }

/** Everything that is kept of a replay, in a directory of its own. */
export type Album = {
  out: string
  shown: Shown[]
  /** Keeps the pages of today where the status is another than yesterday. */
  look: (world: World) => Promise<void>
}

/** An empty album; what stood in the directory is gone. */
export function openAlbum(out: string): Album {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  for (const file of globSync('public/*.{css,svg}')) cpSync(file, join(out, basename(file)))
  const shown: Shown[] = []
  const look = async (world: World) => {
    const { stage } = await currentStatus(world.app.db)
    if (stage === (shown.at(-1)?.stage ?? null)) return
    shown.push({ day: today(world), stage })
    await keepPages(world, out)
  }
  return { out, shown, look }
}

/** Writes the last day's pages, each mail, and a list of it all; returns the list's path. */
export async function closeAlbum({ out, shown }: Album, world: World): Promise<string> {
  await keepPages(world, out)
  for (const posted of world.mails) await keepMail(out, posted)
  const days = [
    ...shown.map(({ day, stage }) => ({ day, words: stageWords(stage) })),
    { day: today(world), words: 'The last day.' },
  ]
  const { title } = world.app.config.topic
  const index = join(out, 'index.html')
  write(
    index,
    indexPage({
      title,
      days: days.map((one) => ({ ...one, pages: PAGES.map((path) => pageFile(one.day, path)) })),
      mails: world.mails.map((one) => ({ ...one, file: mailFile(one) })),
    }),
  )
  return index
}

async function keepPages(world: World, out: string): Promise<void> {
  const site = http(world.app)
  for (const path of PAGES) {
    const response = await site.request(path)
    if (!response.ok) throw new Error(`${path} answers ${response.status}`)
    const page = await response.text()
    const file = pageFile(today(world), path)
    write(join(out, file), page.replaceAll(/href="\/([\w-]+\.(?:css|svg))/g, 'href="../../$1'))
  }
}

async function keepMail(out: string, posted: Posted): Promise<void> {
  const { at, mail } = posted
  const file = join(out, mailFile(posted))
  write(file, mail.html)
  write(file.replace(/html$/, 'txt'), mail.text)
  write(file.replace(/html$/, 'eml'), await emlOf(mail, at))
}

function pageFile(day: string, path: string): string {
  const name = path === '/' ? 'front' : path.slice(1).replaceAll('/', '-')
  return `pages/${day}/${name}.${path.startsWith('/api/') ? 'json' : 'html'}`
}

function mailFile({ at, mail }: Posted): string {
  return `mails/${mail.to.replace(/@.*/, '')}/${at.toISOString().slice(0, 10)}.html`
}

function today({ app }: World): string {
  return app.now().toISOString().slice(0, 10)
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
