import { fileURLToPath } from 'node:url'
import { readOptions } from '../scripts/options.ts'
import { CONTENDERS, type Contender, OURS } from './extract/contenders.ts'
import { type Page, readCorpus } from './extract/corpus.ts'
import { grownPages } from './extract/growth.ts'
import { measure, type Run, timesOf } from './extract/measure.ts'
import { scoreOf } from './extract/score.ts'
import { printTable } from './extract/table.ts'

const USAGE = `npm run bench -- extract [--corpus DIR] [--ours]

Reads every page of a corpus with our extractor and with others, in one run, and prints how much of
what stands in the pages each found, and how much CPU time it took; then how time grows with size.
  --corpus DIR   html/ID.html[.gz] and truth.json { ID: { url, title, authors, published, text } };
                 default: the pages that the project ships
  --ours         measure only our extractor
  --help         this text`

const SHIPPED = fileURLToPath(new URL('fixtures/extract', import.meta.url))

/** Prints quality and CPU time of the extractors on a corpus. */
export async function benchExtract(args: string[]): Promise<void> {
  const { corpus, ours } = readOptions(args, USAGE, {
    corpus: { type: 'string' },
    ours: { type: 'boolean' },
  })
  const pages = readCorpus(typeof corpus === 'string' ? corpus : SHIPPED)
  const contenders = ours ? [OURS] : CONTENDERS
  const runs: [string, Run][] = []
  for (const contender of contenders) runs.push([contender.name, await measure(contender, pages)])
  printQuality(runs, pages)
  printTimes(runs)
  await printGrowth(contenders)
}

function printQuality(runs: [string, Run][], pages: Page[]): void {
  const rows = runs.map(([name, { reads }]) => {
    const { f1, precision, recall, title, published, authors } = scoreOf(pages, reads)
    return [name, ...[f1, precision, recall, title, published, authors].map((n) => n.toFixed(3))]
  })
  const columns = ['body F1', 'precision', 'recall', 'title', 'published', 'authors F1']
  printTable(`Quality on ${pages.length} pages`, ['', ...columns], rows)
}

function printTimes(runs: [string, Run][]): void {
  const [ours] = runs
  const rows = runs.map(([name, run]) => {
    const { cpu, median, p95, max } = timesOf(run)
    const ratio = ours ? cpu / timesOf(ours[1]).cpu : 1
    return [name, ...[cpu, median, p95, max].map((n) => n.toFixed(1)), `${ratio.toFixed(1)} x`]
  })
  const columns = ['CPU mean', 'median', 'p95', 'max', 'CPU to ours']
  printTable('Time for a page, in ms', ['', ...columns], rows)
}

async function printGrowth(contenders: Contender[]): Promise<void> {
  const rows: string[][] = []
  for (const { label, page, isForAll } of grownPages()) {
    const cells = []
    for (const contender of contenders) {
      if (contender !== OURS && !isForAll) cells.push('-')
      else cells.push(timesOf(await measure(contender, [page])).median.toFixed(1))
    }
    rows.push([label, ...cells])
  }
  printTable('Time by size of page, in ms', ['', ...contenders.map(({ name }) => name)], rows)
}

if (import.meta.main) await benchExtract(process.argv.slice(2))
