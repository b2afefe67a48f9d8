import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { emberfall } from '../status/emberfall.ts'

function run(args: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/read.ts', ...args], {
    input,
    encoding: 'utf8',
  })
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'))
  return {
    status,
    stdout,
    stderr,
    lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>),
  }
}

function topicFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'topic-')), 'topic.json')
  writeFileSync(file, JSON.stringify(emberfall))
  return file
}

const ARTICLE = {
  id: 'one',
  topic: 'emberfall-2',
  outlet: 'Film Daily',
  url: 'https://filmdaily.example/one',
  title: 'Renn Talks Emberfall 2',
  byline: null,
  published: '2022-06-10T05:00:00+02:00',
  lang: 'en',
  text: 'Calloway is busy.\n\n“We’re working on it,” Renn told Reel Post about Emberfall 2.',
  revision_of: null,
}

test('an article is answered with a line, then comes each change of the status', () => {
  const { status, lines } = run(['--topic', topicFile()], `${JSON.stringify(ARTICLE)}\n`)
  expect(status).toBe(0)
  expect(lines[0]).toMatchObject({
    id: 'one',
    relevant: true,
    duplicateOf: null,
    story: 'one',
    stage: 'development',
    overclaims: false,
    original: 'Reel Post',
    statements: [
      {
        speaker: 'Tobias Renn',
        role: 'producer',
        quote: 'We’re working on it',
        evidence: 'We’re working on it',
        givenTo: 'Reel Post',
        stage: 'development',
        modality: 'fact',
        fresh: true,
      },
    ],
  })
  expect(lines[1]).toEqual({
    status: { from: '2022-06-10T03:00:00.000Z', stage: 'development', because: ['one'] },
  })
})

test('a bad line is answered with an error and the rest goes on', () => {
  const input = `{"id":"bad"}\nnot json\n${JSON.stringify(ARTICLE)}\n`
  const { status, lines } = run(['--topic', topicFile()], input)
  expect(status).toBe(0)
  expect(lines[0]).toMatchObject({ id: 'bad', error: expect.stringContaining('outlet') })
  expect(lines[1]).toEqual({ error: 'not JSON' })
  expect(lines[2]).toMatchObject({ id: 'one', relevant: true })
})

test('a date that is none is an error, not a guess', () => {
  const { lines } = run(
    ['--topic', topicFile()],
    `${JSON.stringify({ ...ARTICLE, published: 'soon' })}\n`,
  )
  expect(lines[0]).toMatchObject({ id: 'one', error: expect.stringContaining('published') })
})

test('--explain adds in sentences why an article was read so', () => {
  const { lines } = run(['--topic', topicFile(), '--explain'], JSON.stringify(ARTICLE))
  expect(lines[0]?.explain).toEqual([
    'taken: the headline names the film',
    'founds a story: nothing known says the same',
    'Tobias Renn (producer): fact of development by rule working-on, to Reel Post, fresh: "We’re working on it"',
    'stage development: what the statements support together',
    'the headline claims talks, the text development: no more than the text bears',
  ])
})

test('an unknown option ends with 2 and the usage, --help with 0', () => {
  expect(run(['--colour'])).toMatchObject({ status: 2, stdout: '' })
  expect(run(['--help']).stdout).toContain('--topic FILE.json')
})

test('a topic file that is missing or no topic is told in a line', () => {
  const missing = run(['--topic', '/nowhere/topic.json'])
  expect(missing.status).toBe(2)
  expect(missing.stderr).toContain('/nowhere/topic.json')
})
