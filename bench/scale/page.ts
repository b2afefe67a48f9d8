import { costOf, fullAt, hoursToMail, pressures, SIZES, sizeOf, useOf, workOf } from './model.ts'
import { type Item, MAIL_RATES, PRICES, READ_AT, READ_ON } from './prices.ts'
import { UNITS } from './units.ts'

const BEGIN = '<!-- tables: written by npm run bench -- scale -->'
const END = '<!-- end of the tables -->'
const NAMES: Record<Item | 'plan', string> = {
  plan: 'the plan',
  requests: 'requests',
  cpuMs: 'CPU ms',
  rowsRead: 'rows read',
  rowsWritten: 'rows written',
  queueOperations: 'queue operations',
  storedGb: 'GB stored',
}
const ITEMS = Object.keys(PRICES) as Item[]

/** The page with its tables as they are computed now. Throws where the marks are missing. */
export function withTables(page: string): string {
  const [before, rest] = page.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined) throw new Error('docs/scale.md has no marks')
  return `${before}${BEGIN}\n\n${tables()}\n\n${END}${after}`
}

/** Every table, in Markdown. */
export function tables(): string {
  const pages = Object.entries(READ_AT).map(([name, address]) => `[${name}](${address})`)
  const sizes = SIZES.map(({ articles }) => number(articles))
  return [
    `Prices and limits of ${READ_ON}, as the providers tell them:\n${pages.join(',\n')}.`,
    section('A month in dollars, paid plan, without mails', ['', ...sizes], costRows()),
    section('What a month uses', ['', ...sizes], useRows()),
    section('Limits, fullest first at 1,000,000', LIMIT_COLUMNS, [
      ...limitRows('free'),
      ...limitRows('paid'),
    ]),
    section('Hours to hand one issue to the provider', ['', ...sizes], hourRows()),
    section('Mails', ['', ...sizes], mailRows()),
    section('Counts for each piece of work', UNIT_COLUMNS, unitRows()),
  ].join('\n\n')
}

const LIMIT_COLUMNS = ['plan', 'limit', 'full at about', 'at 1,000,000']
const UNIT_COLUMNS = ['', 'CPU ms', 'rows read', 'written', 'messages', 'statements', 'measured by']

function costRows(): string[][] {
  const costs = SIZES.map(costOf)
  const rows = (['plan', ...ITEMS] as const).map((item) => [
    NAMES[item],
    ...costs.map((cost) => cost[item].toFixed(2)),
  ])
  const sums = costs.map((cost) => Object.values(cost).reduce((sum, one) => sum + one, 0))
  return [...rows, ['**together**', ...sums.map((sum) => `**${sum.toFixed(2)}**`)]]
}

function useRows(): string[][] {
  const uses = SIZES.map(useOf)
  return ITEMS.map((item) => [NAMES[item], ...uses.map((use) => number(use[item]))])
}

function limitRows(plan: 'free' | 'paid'): string[][] {
  return pressures(plan, sizeOf(1_000_000)).map(({ limit, share }) => [
    plan,
    limit,
    number(fullAt(plan, limit)),
    `${number(share * 100)} %`,
  ])
}

function hourRows(): string[][] {
  return MAIL_RATES.map((rate) => [
    `${rate} requests a second`,
    ...SIZES.map(({ subscribers }) => hoursToMail(subscribers, rate).toFixed(3)),
  ])
}

function mailRows(): string[][] {
  const mails = SIZES.map((size) => workOf(size).recipient)
  return [
    ['a month', ...mails.map(number)],
    ['dollars for each $0.10 a thousand', ...mails.map((count) => (count / 10_000).toFixed(2))],
  ]
}

function unitRows(): string[][] {
  return Object.entries(UNITS).map(([work, use]) => [
    work,
    ...[use.cpuMs, use.rowsRead, use.rowsWritten, use.messages, use.statements].map((count) =>
      String(count ?? 0),
    ),
    use.measured,
  ])
}

/** Three digits that count, as nothing here is known better. */
function number(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 })
}

function section(title: string, columns: string[], rows: string[][]): string {
  const lines = [columns, columns.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
  return `### ${title}\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`
}
