import { readFileSync, writeFileSync } from 'node:fs'
import { readOptions } from '../scripts/options.ts'
import { tables, withTables } from './scale/page.ts'
import { picture } from './scale/picture.ts'

export const PAGE = 'docs/scale.md'
export const PICTURE = 'docs/scale.svg'

const USAGE = `npm run bench -- scale

From measured counts for each piece of work and the price list: what a month costs, which limit is
full first and at what size, from 1,000 to 1,000,000 articles and subscribers. Writes the tables of
${PAGE} and ${PICTURE}.
  --help  this text`

/** Computes, prints and writes. */
export function benchScale(args: string[]): Promise<void> {
  readOptions(args, USAGE)
  process.stdout.write(`${tables()}\n`)
  writeFileSync(PAGE, withTables(readFileSync(PAGE, 'utf8')))
  writeFileSync(PICTURE, picture())
  return Promise.resolve()
}
