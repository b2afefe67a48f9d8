import { styleText } from 'node:util'
import packageJson from '../package.json' with { type: 'json' }
import { parseSources, type Source } from '../src/source.ts'
import { openLooker, type Sight } from './check-sources/look.ts'
import { end, wordsOf } from './failure.ts'
import { readConfigured } from './local/configured.ts'
import { readCommand } from './options.ts'

const USAGE = `npm run -s check:sources [-- ID…]

One real look at each source of config/sources.ts, or at those named, by the rules of the Worker: is it
there, how many items it shows and how many concern the film, whether robots.txt was read, which
validators came, and when the Worker would look again. SOURCES and NEWSROOM, as the Worker's variables,
replace them.
  --help  this text

Exit codes: 0 all are ok; 1 one is not; 2 wrong options, or a source that there is not.`

const { words: ids } = readCommand(process.argv.slice(2), USAGE)
const { topic, sources: configured } = await readConfigured()
const sources = readSources(process.env.SOURCES)
const unknown = ids.filter((id) => !sources.some((source) => source.id === id))
if (unknown.length > 0) end(2, `No source has the id ${unknown.join(', ')}.`, USAGE)
const wanted = sources.filter(({ id }) => ids.length === 0 || ids.includes(id))
const look = await openLooker({ topic, sources, version: packageJson.version })
const width = Math.max(...wanted.map(({ id }) => id.length))
const sights = await Promise.all(wanted.map(async (source) => show(source, await look(source))))
if (sights.length > 1) console.log(`\n${sights.filter(Boolean).length} of ${sights.length} are ok.`)
process.exitCode = sights.every(Boolean) ? 0 : 1

function readSources(words: string | undefined): Source[] {
  if (!words) return configured
  try {
    return parseSources(JSON.parse(words))
  } catch (error) {
    return end(2, `SOURCES cannot be read: ${wordsOf(error)}`)
  }
}

/** Tells of a source as soon as it was seen; whether it is ok. */
function show({ id, kind }: Source, sight: Sight): boolean {
  const isOk = sight.state === 'ok'
  const mark = isOk ? styleText('green', '✓') : styleText('red', '✗')
  const head = `${mark} ${id.padEnd(width)}  ${kind.padEnd('news-api'.length)}`
  console.log(`${head}  ${isOk ? showing(sight) : `${sight.state}: ${sight.says ?? 'no reason'}`}`)
  return isOk
}

function showing({ items, relevant, newest, robots, validators, next }: Sight): string {
  const latest = newest ? `, newest ${newest.slice(0, 10)}` : ''
  const given = validators.length > 0 ? validators.join(', ') : 'no validator'
  const again = styleText('dim', `again ${next.slice(0, 16).replace('T', ' ')} UTC`)
  return `${items} items, ${relevant} on the film${latest}; robots.txt ${robots}; ${given}; ${again}`
}
