import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const COMMAND = fileURLToPath(new URL('../../scripts/extract.ts', import.meta.url))
const TEXT = 'The ferry to the outer islands will run again from Monday, the harbour office said. '

const page = (id: string, text = TEXT.repeat(3)) =>
  JSON.stringify({ id, url: 'https://islands.example/a', html: `<h1>The ferry</h1><p>${text}</p>` })

function run(args: string[], write: (line: (text: string) => Promise<void>) => Promise<void>) {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: 'pipe' })
  const output = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text
  })
  const line = (text: string) =>
    new Promise<void>((done) => child.stdin.write(`${text}\n`, () => done()))
  const ended = new Promise<number | null>((done) => child.on('close', done))
  child.stdin.on('error', () => {}) // a command that refuses its options reads no input
  void write(line).then(() => child.stdin.end())
  return { child, output, done: ended.then((code) => ({ code, ...output })) }
}

const lines = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('each page is answered with one line, in order', async () => {
  const { code, stdout } = await run([], async (line) => {
    await line(page('a'))
    await line(page('b', `${TEXT}\u2028${TEXT}`))
  }).done
  expect(code).toBe(0)
  expect(lines(stdout)).toMatchObject([
    {
      id: 'a',
      url: 'https://islands.example/a',
      title: 'The ferry',
      authors: [],
      published: null,
      modified: null,
      lang: null,
      canonicalUrl: null,
      site: null,
      kind: 'article',
      text: TEXT.repeat(3).trim(),
    },
    { id: 'b', kind: 'article' },
  ])
})

test('a bad line is answered with its error, and the rest goes on', async () => {
  const { code, stdout } = await run([], async (line) => {
    await line('{ no json')
    await line('{"id":"x","url":"https://islands.example/a"}')
    await line('{"id":7,"url":"https://islands.example/a","html":""}')
    await line('{"id":"y","url":"nowhere","html":""}')
    await line('null')
    await line('')
    await line(page('z'))
  }).done
  expect(code).toBe(0)
  expect(lines(stdout)).toEqual([
    { error: 'not JSON' },
    { id: 'x', error: expect.stringMatching(/^html: /) },
    { error: expect.stringMatching(/^id: /) },
    { id: 'y', error: expect.stringMatching(/^url: /) },
    { error: expect.any(String) },
    expect.objectContaining({ id: 'z', kind: 'article' }),
  ])
})

test('a page is answered before the next one comes', async () => {
  const { output, done } = run([], async (line) => {
    await line(page('first'))
    await expect.poll(() => output.stdout).toContain('"first"')
    await line(page('second'))
  })
  expect(lines((await done).stdout).map(({ id }) => id)).toEqual(['first', 'second'])
})

test('a page of megabytes is read', async () => {
  const { stdout } = await run([], (line) => line(page('big', TEXT.repeat(100_000)))).done
  expect(lines(stdout)[0].text).toHaveLength(TEXT.length * 100_000 - 1)
})

test('an unknown option is an error, and help is none', async () => {
  const wrong = await run(['--fast'], async () => {}).done
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toContain('--fast')
  expect(wrong.stdout).toBe('')
  const help = await run(['--help'], async () => {}).done
  expect(help.code).toBe(0)
  expect(help.stdout).toContain('npm run')
})

test('a reader that goes away early is no error', async () => {
  const { child, done } = run([], async (line) => {
    for (let at = 0; at < 200; at++) await line(page(String(at), TEXT.repeat(50)))
  })
  child.stdout.once('data', () => child.stdout.destroy())
  expect(await done).toMatchObject({ code: 0, stderr: '' })
})
