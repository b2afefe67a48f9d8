import { readOptions } from '../scripts/options.ts'
import { scoreCopies } from './stories/copies.ts'
import { scoreScale } from './stories/scale.ts'

const USAGE = `npm run bench -- stories [--articles N,N,…] [--full] [--only copies|scale]

Keeps new articles in a local D1 that holds so many already, and prints the rows that D1 read and
wrote, statements, CPU and time of each. Then tells copies of which up to a fifth of the words is
changed from what only looks alike, beside a MinHash library and the overlap of headlines. The exit
code is 1 where a bar is missed.
  --articles N,N,…   how many are stored, 1000,10000,100000 if left out
  --full             1000000 as well
  --only NAME        one of the two parts
  --help             this text`

const SIZES = [1000, 10_000, 100_000]
const FULL = 1_000_000
const NEWS = 40 // groups of reports on the same news

/** Measures how articles are kept and copies are found. */
export async function benchStories(args: string[]): Promise<void> {
  const options = readOptions(args, USAGE, {
    articles: { type: 'string' },
    full: { type: 'boolean' },
    only: { type: 'string' },
  })
  const sizes =
    typeof options.articles === 'string' ? options.articles.split(',').map(Number) : SIZES
  if (!sizes.every((size) => Number.isInteger(size) && size > 0)) {
    process.stderr.write(`Sizes are whole numbers.\n\n${USAGE.trim()}\n`)
    process.exitCode = 2
    return
  }
  const parts: Record<string, () => boolean | Promise<boolean>> = {
    scale: () => scoreScale(options.full ? [...sizes, FULL] : sizes),
    copies: () => scoreCopies(NEWS),
  }
  for (const [name, score] of Object.entries(parts)) {
    if ((options.only ?? name) === name && !(await score())) process.exitCode = 1
  }
}
