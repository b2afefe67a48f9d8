import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SHARED = join(import.meta.dirname, '../../../shared')
const isThere = existsSync(join(SHARED, 'corpus/reading'))

/** The scorer's figures for a corpus, by the words before them. */
function scores(
  dir: string,
  topic: string | null,
): { lines: string; read: Record<string, unknown>[] } {
  const input = readFileSync(join(SHARED, 'corpus', dir, 'articles.ndjson'))
  const args = topic ? ['--topic', join(SHARED, 'corpus', dir, topic)] : []
  const output = execFileSync(process.execPath, ['scripts/read.ts', ...args], { input })
  const file = join(mkdtempSync(join(tmpdir(), 'read-')), 'read.ndjson')
  writeFileSync(file, output)
  const gold = join(SHARED, 'corpus', dir, 'gold.json')
  const scorer = join(SHARED, 'tools/score-reading.mjs')
  const lines = execFileSync(process.execPath, [scorer, gold, file], { encoding: 'utf8' })
  const read = output
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  return { lines, read }
}

function figure(lines: string, name: string): number {
  return Number(new RegExp(`${name} ([\\d.]+)`).exec(lines)?.[1])
}

test.skipIf(!isThere).each(['reading/topic-a', 'reading/topic-c'])(
  '%s is read as a careful reader reads it (skipped where ../shared is absent)',
  (dir) => {
    const { lines } = scores(dir, 'topic.json')
    expect(figure(lines, 'false greenlit-or-beyond')).toBe(0)
    expect(figure(lines, 'relevance F1')).toBeGreaterThanOrEqual(0.97)
    expect(figure(lines, 'stage')).toBeGreaterThanOrEqual(0.92)
    expect(figure(lines, 'overclaim F1')).toBeGreaterThanOrEqual(0.9)
    expect(figure(lines, 'original outlet')).toBeGreaterThanOrEqual(0.9)
    expect(figure(lines, 'duplicates F1')).toBeGreaterThanOrEqual(0.98)
    expect(figure(lines, 'stories B3 F1')).toBeGreaterThanOrEqual(0.95)
    expect(figure(lines, 'quotations with their speaker, recall')).toBeGreaterThanOrEqual(0.95)
    expect(figure(lines, 'timeline')).toBeGreaterThanOrEqual(0.95)
  },
)

test.skipIf(!isThere)(
  'the seeds are four stories, one overclaim and nothing greenlit (skipped where ../shared is absent)',
  () => {
    const { lines, read } = scores('seeds', null)
    const story = Object.fromEntries(read.flatMap(({ id, story }) => (id ? [[id, story]] : [])))
    expect(new Set(Object.values(story)).size).toBe(4)
    expect(story['seed-004']).toBe(story['seed-001'])
    expect(figure(lines, 'stage')).toBe(1)
    expect(figure(lines, 'false greenlit-or-beyond')).toBe(0)
    expect(read.filter(({ overclaims }) => overclaims).map(({ id }) => id)).toEqual(['seed-003'])
  },
)
