import { Hono } from 'hono'
import type { App } from '../app.ts'
import { currentStatus } from '../db/status.ts'
import type { Stage } from '../stage.ts'
import { conditional } from './conditional.ts'
import { siteName } from './page.name.ts'

const CACHE = 'public, max-age=300, stale-while-revalidate=3600'
const CACHE_SECONDS = 3600 // the least that shields.io keeps is five minutes

/** Grey for talk, blue for work, green for a film that is made, red for its end; white is legible. */
const COLOURS: Record<Stage, string> = {
  rumored: '#5f6670',
  talks: '#5f6670',
  development: '#1f5fa8',
  greenlit: '#1b7340',
  'pre-production': '#1b7340',
  filming: '#1b7340',
  'post-production': '#1b7340',
  released: '#1b7340',
  stalled: '#8a4b00',
  cancelled: '#a32020',
}
const UNKNOWN = '#5f6670'

/** The status as a badge: our own picture, and what shields.io makes one from. */
export function badgeRoutes(app: App) {
  return new Hono()
    .use('/badge.svg', conditional())
    .use('/badge.json', conditional())
    .get('/badge.svg', async (c) => {
      const { label, message, color } = await badgeOf(app)
      return c.body(String(<Badge label={label} message={message} color={color} />), 200, {
        'content-type': 'image/svg+xml; charset=utf-8',
        ...HEADERS,
      })
    })
    .get('/badge.json', async (c) => {
      const badge = { schemaVersion: 1, ...(await badgeOf(app)), cacheSeconds: CACHE_SECONDS }
      return c.json(badge, 200, HEADERS)
    })
}

/** Badges are shown on other sites. */
const HEADERS = {
  'cache-control': CACHE,
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

async function badgeOf({ db, config }: App) {
  const { stage } = await currentStatus(db)
  const color = stage ? COLOURS[stage] : UNKNOWN
  return { label: siteName(config), message: stage ?? 'unknown', color }
}

const HEIGHT = 20 // pixels
const PADDING = 6 // left and right of each text

type BadgeProps = { label: string; message: string; color: string }

function Badge({ label, message, color }: BadgeProps) {
  const [left, right] = [widthOf(label), widthOf(message)]
  const [start, width] = [left + 2 * PADDING, left + right + 4 * PADDING]
  const name = `${label}: ${message}`
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={name}
    >
      <title>{name}</title>
      <rect width={width} height={HEIGHT} rx="3" fill="#2b3036" />
      <path d={shape(start, width)} fill={color} />
      <g fill="#fff" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11">
        <text x={PADDING} y="14" textLength={left}>
          {label}
        </text>
        <text x={start + PADDING} y="14" textLength={right}>
          {message}
        </text>
      </g>
    </svg>
  )
}

/** The right part, round at its right corners. */
function shape(from: number, to: number): string {
  return `M${from} 0H${to - 3}a3 3 0 0 1 3 3V${HEIGHT - 3}a3 3 0 0 1-3 3H${from}z`
}

/** Widths of signs in Verdana at 11 pixels, near enough: the text is stretched to its place. */
const WIDTHS: [RegExp, number][] = [
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u, 11],
  [/[mwMW@%]/, 10],
  [/[iljI.,:;'’!|]/, 3.6],
  [/[ftr()[\]/ -]/, 4.6],
  [/\p{Lu}/u, 7.8],
]
const USUAL = 6.8

function widthOf(text: string): number {
  const width = [...text].reduce(
    (sum, sign) => sum + (WIDTHS.find(([pattern]) => pattern.test(sign))?.[1] ?? USUAL),
    0,
  )
  return Math.ceil(width)
}
