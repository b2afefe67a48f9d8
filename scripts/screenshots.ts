import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { CHROMIUM, openBrowser } from './browser.ts'
import { fail, wordsOf } from './failure.ts'
import { readOptions, textsOf } from './options.ts'

const USAGE = `npm run screenshots -- [--site URL] [--mailbox URL] [--out DIR] [--browser PATH]

Takes the pictures of the README from a run of "npm start" that goes on in another terminal.
  --site URL      where it answers (http://localhost:8787)
  --mailbox URL   where its mail is (http://localhost:8789)
  --out DIR       where they are written (docs/pictures)
  --browser PATH  a Chromium (${CHROMIUM})
  --help          this text`

const options = readOptions(process.argv.slice(2), USAGE, {
  site: { type: 'string' },
  mailbox: { type: 'string' },
  out: { type: 'string' },
  browser: { type: 'string' },
})
const textOf = textsOf(options)
const site = textOf('site', 'http://localhost:8787')
const mailbox = textOf('mailbox', 'http://localhost:8789')
const out = textOf('out', 'docs/pictures')
const browser = await openBrowser(textOf('browser', CHROMIUM))
mkdirSync(out, { recursive: true })
try {
  await take('front.png', site, { width: 1200, height: 1220, colorScheme: 'light' })
  await take('front-phone.png', site, { width: 390, height: 760, colorScheme: 'dark' })
  await take('mail.png', await digestMail(), { width: 640, height: 760, colorScheme: 'light' })
} catch (error) {
  fail(`${wordsOf(error).split('\n')[0]}: is npm start running?`)
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
