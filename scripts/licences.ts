import { readFileSync, writeFileSync } from 'node:fs'
import { readOptions } from './options.ts'

const USAGE = `npm run licences

Writes docs/licences.md anew: the packages that a deploy may contain, each with its version and
licence, from package-lock.json.
  --help  this text`

const FILE = 'docs/licences.md'

/** A package of the lock file. */
type Locked = { version: string; license?: string; dev?: boolean; devOptional?: boolean }

/** The table of the packages that the Worker is built from, by name. */
export function licencesPage(lock: string): string {
  const { packages } = JSON.parse(lock) as { packages: Record<string, Locked> }
  const shipped = Object.entries(packages).filter(
    ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional,
  )
  const rows = shipped.map(([path, { version, license }]) => [
    path.split('node_modules/').at(-1) ?? path,
    version,
    license ?? 'unknown',
  ])
  return [
    '# Licences',
    '',
    'The packages that the Worker is built from. `npm run licences` writes this list.',
    '',
    ...table([['package', 'version', 'licence'], ...rows]),
    '',
  ].join('\n')
}

/** A Markdown table as the formatter wants it, its first row the head. */
function table(rows: string[][]): string[] {
  const widths = [0, 1, 2].map((i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const lines = rows.map(
    (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`,
  )
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return lines.toSpliced(1, 0, rule)
}

if (import.meta.main) {
  readOptions(process.argv.slice(2), USAGE)
  writeFileSync(FILE, licencesPage(readFileSync('package-lock.json', 'utf8')))
  console.log(`wrote ${FILE}`)
}
