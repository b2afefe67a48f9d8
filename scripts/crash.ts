import { playCrashes } from './crash/play.ts'
import { printTable } from './local/progress.ts'
import { readOptions } from './options.ts'

const USAGE = `npm run crash -- [--kills N] [--seed N] [--corpus DIR]

Runs the Worker in workerd with its database on disk, a newsroom and a mailbox that fail by chance,
under scans, subscriptions, a digest to 2,000 subscribers, acts of an admin and reads; kills it with
SIGKILL again and again, lets all end well, and looks whether every promise was kept.
  --kills N     how often (50); from 20 on over two issues
  --seed N      of all that is left to chance; another each time where none is given
  --corpus DIR  articles.ndjson and topic.json to publish (test/corpus/reading/engine)
  --help        this text

Exit codes: 0 every promise was kept; 1 one was broken; 2 wrong options.`

const LIST = 2_000 // subscribers
const SHOWN = 5 // breaches of each promise

const options = readOptions(process.argv.slice(2), USAGE, {
  kills: { type: 'string' },
  seed: { type: 'string' },
  corpus: { type: 'string' },
})
const kills = readCount('kills', options.kills ?? '50')
const seed = readCount('seed', options.seed ?? String(Date.now() % 1_000_000))
const corpus = typeof options.corpus === 'string' ? options.corpus : 'test/corpus/reading/engine'

console.log(`${kills} kills, seed ${seed}`)
const findings = await playCrashes({
  ...{ kills, seed, corpus, list: LIST },
  tell: (line) => console.log(line),
})
console.log()
printTable(
  findings.map(({ promise, cases, breaches }) => [
    promise,
    `${cases} looked at, ${breaches.length === 0 ? 'kept' : `${breaches.length} BROKEN`}`,
  ]),
)
const broken = findings.filter(({ breaches }) => breaches.length > 0)
for (const { promise, breaches } of broken) {
  console.log(`\n${promise}`)
  for (const breach of breaches.slice(0, SHOWN)) console.log(`  ${breach}`)
}
if (broken.length > 0) {
  console.log(`\nAgain with: npm run crash -- --kills ${kills} --seed ${seed}`)
  process.exitCode = 1
}

function readCount(option: string, words: unknown): number {
  const count = Number(words)
  if (Number.isSafeInteger(count) && count >= 0 && words !== '') return count
  process.stderr.write(`--${option} ${String(words)} is no whole number\n\n${USAGE}\n`)
  return process.exit(2)
}
