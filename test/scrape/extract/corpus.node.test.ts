import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { OURS } from '../../../bench/extract/contenders.ts'
import { readCorpus } from '../../../bench/extract/corpus.ts'
import { measure } from '../../../bench/extract/measure.ts'
import { scoreOf } from '../../../bench/extract/score.ts'

const CORPUS = fileURLToPath(new URL('../../../../shared/corpus/pages', import.meta.url))
const isHere = existsSync(CORPUS)

test.skipIf(!isHere)(
  'real pages are read at least this well (skipped without ../shared)',
  async () => {
    const pages = readCorpus(CORPUS)
    const run = await measure(OURS, pages)
    const score = scoreOf(pages, run.reads)
    expect(score.f1).toBeGreaterThan(0.97)
    expect(score.title).toBeGreaterThan(0.89)
    expect(score.published).toBeGreaterThan(0.95)
    expect(score.authors).toBeGreaterThan(0.9)
  },
)
