import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { startNewsroom } from '../../demo/newsroom/server.ts'

const MAIN = fileURLToPath(new URL('../../demo/newsroom/main.ts', import.meta.url))

test('it tells where its publishers are, and ends on Ctrl-C', async () => {
  const child = run('--port', '0')
  const [first] = await once(child.stdout, 'data')
  expect(String(first)).toMatch(/^\d+ articles of \d+ publishers: http:\/\/127\.0\.0\.1:\d+\/$/m)
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test.for([
  ['an unknown flag', ['--sport', '1'], "Unknown option '--sport'"],
  ['a port that is none', ['--port', 'http'], '--port http is not a port'],
  ['a word too many', ['now'], "Unexpected argument 'now'"],
] as const)('%s ends it with code 2, a reason and the usage', async ([, args, reason]) => {
  const child = run(...args)
  const [words, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect(words).toContain(reason)
  expect(words).toContain('--corpus DIR')
  expect(code).toBe(2)
})

test('a busy port ends it with code 1 and the reason', async () => {
  const newsroom = await startNewsroom()
  onTestFinished(() => newsroom.close())
  const port = new URL(newsroom.url).port
  const child = run('--port', port)
  const [words, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect(words).toBe(`newsroom: port ${port} of 127.0.0.1 is busy\n`)
  expect(code).toBe(1)
})

function run(...args: string[]): ChildProcessWithoutNullStreams {
  const child = spawn(process.execPath, [MAIN, ...args])
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return child
}
