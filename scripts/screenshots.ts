import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { readOptions } from './options.ts'

const USAGE = `npm run screenshots -- [--site URL] [--mailbox URL] [--out DIR] [--browser PATH]

Takes the pictures of the README from a run of "npm start" that goes on in another terminal.
  --site URL      where it answers (http://localhost:8787)
  --mailbox URL   where its mail is (http://localhost:8789)
  --out DIR       where they are written (docs/pictures)
  --browser PATH  a Chromium (/usr/bin/chromium)
  --help          this text`

const options = readOptions(process.argv.slice(2), USAGE, {
  site: { type: 'string' },
  mailbox: { type: 'string' },
  out: { type: 'string' },
  browser: { type: 'string' },
})
const site = String(options.site ?? 'http://localhost:8787')
const mailbox = String(options.mailbox ?? 'http://localhost:8789')
const out = String(options.out ?? 'docs/pictures')
const executablePath = String(options.browser ?? '/usr/bin/chromium')

if (!existsSync(executablePath))
  fail(`There is no browser at ${executablePath}: --browser names one.`)
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
mkdirSync(out, { recursive: true })
try {
  await take('front.png', site, { width: 1200, height: 1220, colorScheme: 'light' })
  await take('front-phone.png', site, { width: 390, height: 760, colorScheme: 'dark' })
  await take('mail.png', await digestMail(), { width: 640, height: 760, colorScheme: 'light' })
} catch (error) {
  fail(
    `${error instanceof Error ? error.message.split('\n')[0] : String(error)}: is npm start running?`,
  )
} finally {
  await browser.close()
}

type Look = { width: number; height: number; colorScheme: 'light' | 'dark' }

async function take(name: string, url: string, { width, height, colorScheme }: Look) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme })
  await page.goto(url)
  await page.screenshot({ path: join(out, name) })
  await page.close()
  console.log(join(out, name))
}

/** The latest mail of the mailbox as its reader sees it: the list shows the newest first. */
async function digestMail(): Promise<string> {
  const list = await (await fetch(mailbox)).text()
  const path = /href="(\/mails\/[^"]+)"/.exec(list)?.[1]
  if (!path) throw new Error(`${mailbox} holds no mail`)
  return new URL(`${path}/html`, mailbox).href
}

function fail(words: string): never {
  console.error(words)
  process.exit(1)
}
