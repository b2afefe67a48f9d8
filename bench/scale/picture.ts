import { scaleLog } from 'd3-scale'
import { line } from 'd3-shape'
import { pressures, sizeOf } from './model.ts'

const [WIDTH, HEIGHT, SIDE, RIGHT, TOP, FOOT] = [820, 420, 64, 200, 34, 40] // pixels
const COLOURS = ['#0b6e99', '#c2571a', '#5b7f2b', '#8a3ffc', '#a2191f', '#6f6f6f', '#007d79']
const SIZES = Array.from({ length: 31 }, (_, at) => 1_000 * 10 ** (at / 10)) // 1,000 to 1,000,000

/** Both plans' limits by size, as one SVG: above the line at 1 a limit is passed. */
export function picture(): string {
  const charts = (['free', 'paid'] as const).map((plan, at) => chart(plan, at * HEIGHT))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${2 * HEIGHT}" role="img" aria-label="How full each limit is, by size" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/>
${charts.join('\n')}
</svg>
`
}

function chart(plan: 'free' | 'paid', top: number): string {
  const x = scaleLog([1_000, 1_000_000], [SIDE, WIDTH - RIGHT])
  const y = scaleLog([0.0001, 10_000], [HEIGHT - FOOT, TOP])
  const limits = pressures(plan, sizeOf(1_000_000)).map(({ limit }) => limit)
  const shareOf = (limit: string, size: number) =>
    pressures(plan, sizeOf(size)).find((one) => one.limit === limit)?.share ?? 0
  const curves = limits.map((limit, at) => {
    const path = line<number>(x, (size) => y(Math.max(0.0001, shareOf(limit, size)))).digits(1)
    const colour = COLOURS[at % COLOURS.length]
    const label = TOP + 12 + at * 20
    return `<path d="${path(SIZES)}" fill="none" stroke="${colour}" stroke-width="2"/>
<text x="${WIDTH - RIGHT + 12}" y="${label}" fill="${colour}">${limit}</text>`
  })
  const across = [0.001, 0.01, 0.1, 1, 10, 100, 1_000].map((share) => {
    const weight = share === 1 ? 'stroke="#000" stroke-width="1.5"' : 'stroke="#ddd"'
    return `<line x1="${SIDE}" x2="${WIDTH - RIGHT}" y1="${y(share)}" y2="${y(share)}" ${weight}/>
<text x="${SIDE - 6}" y="${y(share) + 4}" text-anchor="end">${share * 100} %</text>`
  })
  const sizes = [1_000, 10_000, 100_000, 1_000_000].map(
    (size) =>
      `<text x="${x(size)}" y="${HEIGHT - FOOT + 18}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
  )
  const title = `<text x="${SIDE}" y="18" font-weight="bold">${plan} plan: how full each limit is, by articles and subscribers</text>`
  return `<g transform="translate(0 ${top})">\n${[title, ...across, ...sizes, ...curves].join('\n')}\n</g>`
}
