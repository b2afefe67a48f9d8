import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LADDER, rung, STAGES, type Stage, stageWords } from '../src/stage.ts'
import { CHROMIUM, openBrowser } from './browser.ts'
import { readTopic } from './local/configured.ts'
import { readOptions, textsOf } from './options.ts'

const USAGE = `npm run pictures -- [--out DIR] [--browser PATH]

Draws what networks show of a link, one picture for each stage, and the icons of the site. They are
kept in public/; draw them anew after a change of config/topic.ts or of the words in src/stage.ts.
  --out DIR       where they are written (public)
  --browser PATH  a Chromium (${CHROMIUM})
  --help          this text`

const WIDTH = 1200
const HEIGHT = 630
const ICONS = [180, 192, 512] as const
const LINES = 30 // characters a line of the answer

const options = readOptions(process.argv.slice(2), USAGE, {
  out: { type: 'string' },
  browser: { type: 'string' },
})
const textOf = textsOf(options)
const out = textOf('out', 'public')
const topic = await readTopic()
const browser = await openBrowser(textOf('browser', CHROMIUM))
mkdirSync(join(out, 'og'), { recursive: true })
for (const stage of [...STAGES, null]) {
  await draw(join(out, 'og', `${stage ?? 'unknown'}.png`), picture(stage), WIDTH, HEIGHT)
}
await draw(join(out, 'og', 'site.png'), sitePicture(), WIDTH, HEIGHT)
for (const size of ICONS) await draw(join(out, `icon-${size}.png`), icon(size), size, size)
await browser.close()

async function draw(file: string, svg: string, width: number, height: number): Promise<void> {
  const page = await browser.newPage({ viewport: { width, height } })
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`)
  writeFileSync(file, await page.screenshot({ type: 'png' }))
  await page.close()
  console.log(file)
}

function picture(stage: Stage | null): string {
  return frame(`Is ${topic.title} happening?`, stageWords(stage), stage)
}

function sitePicture(): string {
  return frame(`${topic.aliases[0] ?? topic.title} Status`, 'Who really said what, and when.', null)
}

/** A question, its answer, and where on the ladder that is. */
function frame(question: string, answer: string, stage: Stage | null): string {
  const lines = broken(answer)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <rect width="100%" height="100%" fill="#10161a"/>
    <text x="80" y="130" font-family="Liberation Sans, sans-serif" font-size="34" fill="#a3aeb4">${escaped(question)}</text>
    ${lines
      .map(
        (line, index) =>
          `<text x="78" y="${232 + index * 92}" font-family="Iowan Old Style, Palatino, TeX Gyre Pagella, Liberation Serif, serif" font-weight="bold" font-size="80" letter-spacing="-1.5" fill="#e9ecea">${escaped(line)}</text>`,
      )
      .join('')}
    ${LADDER.map((one, index) => step(one, index, stage)).join('')}
  </svg>`
}

function step(one: Stage, index: number, stage: Stage | null): string {
  const at = stage ? rung(stage) : -1
  const fill = index === at ? '#5cc5d8' : index < at ? '#2b6a76' : '#2b353b'
  const x = 80 + index * 131
  const name =
    index === at
      ? `<text x="${index > 5 ? x + 122 : x}" y="556" text-anchor="${index > 5 ? 'end' : 'start'}" font-family="Liberation Sans, sans-serif" font-weight="bold" font-size="30" fill="#5cc5d8">${one}</text>`
      : ''
  return `<rect x="${x}" y="500" width="122" height="14" fill="${fill}"/>${name}`
}

/** Words in lines of a length that fits. */
function broken(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= LINES && !/[.]$/.test(last)) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines
}

/** A stair that goes up, to a light. */
function icon(size: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32">
    <rect width="32" height="32" fill="#10161a"/>
    <path d="M6 25h5.5v-6h5.5v-6H22v5h4" fill="none" stroke="#5cc5d8" stroke-width="2.6" stroke-linejoin="round" stroke-linecap="round"/>
    <circle cx="21.5" cy="8" r="2.4" fill="#f3b562"/>
  </svg>`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
