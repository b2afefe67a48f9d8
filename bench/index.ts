import { end } from '../scripts/failure.ts'

type Bench = { tells: string; load: () => Promise<(args: string[]) => Promise<void>> }

/** The benches, by the name that `npm run bench -- NAME` knows them by. */
const BENCHES: Record<string, Bench> = {
  extract: {
    tells: 'quality and CPU of the extractor beside its peers',
    load: async () => (await import('./extract.ts')).benchExtract,
  },
  read: {
    tells: 'articles a second that the reader reads',
    load: async () => (await import('./read.ts')).benchRead,
  },
  stories: {
    tells: 'rows and CPU of keeping an article among up to 1,000,000; copies found',
    load: async () => (await import('./stories.ts')).benchStories,
  },
  fetch: {
    tells: 'what the scan costs publishers, beside an hourly reader',
    load: async () => (await import('./fetch.ts')).benchFetch,
  },
  digest: {
    tells: 'rows, calls and CPU of sending to up to 100,000 subscribers',
    load: async () => (await import('./digest.ts')).benchDigest,
  },
  http: {
    tells: 'requests a second and rows read of the pages and the API',
    load: async () => (await import('./http.ts')).benchHttp,
  },
  limits: {
    tells: 'CPU of each handler at its largest, beside what the plans allow',
    load: async () => (await import('./limits.ts')).benchLimits,
  },
  load: {
    tells: 'readers, writers, a scan and a digest at once',
    load: async () => (await import('./load.ts')).benchLoad,
  },
  scale: {
    tells: 'what a million of each costs, and which limit is full first',
    load: async () => (await import('./scale.ts')).benchScale,
  },
}

const LINES = Object.entries(BENCHES).map(([name, { tells }]) => `  ${name.padEnd(9)}${tells}`)

const USAGE = `npm run bench
npm run bench -- NAME [options]

Without a name every bench in its short form, a few minutes, written into docs/benchmarks.md. With one:
${LINES.join('\n')}
  --help   this text; behind a name, the options of that bench

Exit codes: 0 every bar is kept; 1 one is missed; 2 wrong options.`

const [name = '', ...args] = process.argv.slice(2)
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
if (bench) await (await bench.load())(args)
else if (name === '') await (await import('./all.ts')).benchAll()
else if (['--help', '-h'].includes(name)) process.stdout.write(`${USAGE}\n`)
else end(2, `No bench is called ${name}.`, USAGE)
