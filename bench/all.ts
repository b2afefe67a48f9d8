import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { step } from '../scripts/local/progress.ts'

const FILE = 'docs/benchmarks.md'
const LONGEST = 150_000 // milliseconds of one bench

/** Each bench in its short form: name, what it tells, options. */
const SHORT: readonly [string, string, string[]][] = [
  ['extract', 'The extractor beside its peers', []],
  ['read', 'The reader', []],
  ['stories', 'Duplicates and stories', ['--articles', '1000,10000']],
  ['fetch', 'What a scan costs publishers', []],
  ['digest', 'Sending the digest', ['--subscribers', '1000,10000']],
  ['limits', 'CPU of each handler', ['--articles', '2000', '--times', '3']],
  ['load', 'Readers, writers, a scan and a digest at once', ['--seconds', '10']],
  ['http', 'The site and the API', ['--articles', '10000', '--requests', '100']],
]

/** Packages whose versions decide what is measured. */
const MEASURED = ['workerd', 'hono', 'cheerio', '@mozilla/readability', 'defuddle', 'minhash']

/** Runs every bench in its short form and writes what each printed into docs/benchmarks.md. */
export async function benchAll(): Promise<void> {
  const sections: string[] = []
  for (const [name, title, args] of SHORT) {
    sections.push(await step(title, () => Promise.resolve(section(name, title, args))))
  }
  writeFileSync(FILE, `${[header(), ...sections].join('\n\n')}\n`)
  console.log(`\n${FILE}`)
}

function header(): string {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  const versions = MEASURED.map((name) => `${name} ${packages[`node_modules/${name}`].version}`)
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `# Benchmarks

What \`npm run bench\` printed: every bench in its short form. Ratios hold elsewhere too, times are this
machine's; a bench's own \`--help\` tells its long form. The bars stand in the tables, with what misses them.

- ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model.trim()}, ${memory} GB, ${type()} ${release()}
- Node ${process.version}, ${versions.join(', ')}`
}

function section(name: string, title: string, args: string[]): string {
  const command = ['npm run bench --', name, ...args].join(' ')
  const { stdout, status, signal } = spawnSync(
    process.execPath,
    ['bench/index.ts', name, ...args],
    {
      encoding: 'utf8',
      timeout: LONGEST,
      env: { ...process.env, NO_COLOR: '1' },
    },
  )
  const end = signal ? `Ended by ${signal} after ${LONGEST / 1000} s.` : `Exit code ${status}.`
  return `## ${title}

\`${command}\`

\`\`\`text
${stdout.trim()}
\`\`\`

${end}`
}
