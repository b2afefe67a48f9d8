import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { openMailbox } from './mailbox-help.ts'

test('the command tells its address and ends on SIGINT', async () => {
  const child = run('--port', '0')
  const [line] = await once(child.stdout, 'data')
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(line))?.[0] ?? ''
  const page = await fetch(url)
  child.kill('SIGINT')
  const [code] = await once(child, 'exit')
  expect(page.status).toBe(200)
  expect(code).toBe(0)
})

test.for([
  ['an unknown flag', ['--prot', '1'], '--prot'],
  ['a port that is none', ['--port', 'x'], '--port'],
  ['a webhook without its secret', ['--webhook', 'http://127.0.0.1:1'], '--webhook-secret'],
] as const)('%s ends with 2 and says why', async ([, args, reason]) => {
  const { code, stderr } = await result(run(...args))
  expect(code).toBe(2)
  expect(stderr).toContain(reason)
})

test('a busy port ends with 1 and is named', async () => {
  const { mailbox } = await openMailbox()
  const { port } = new URL(mailbox.url)
  const { code, stderr } = await result(run('--port', port))
  expect(code).toBe(1)
  expect(stderr).toBe(`Port ${port} is busy: stop what uses it, or choose another.\n`)
})

test('help is help', async () => {
  const child = run('--help')
  const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  expect(code).toBe(0)
  expect(stdout).toContain('--webhook-secret')
})

function run(...args: string[]) {
  const child = spawn(process.execPath, ['demo/mailbox/main.ts', ...args])
  onTestFinished(() => void child.kill())
  return child
}

async function result(child: ChildProcess) {
  const stderr = child.stderr ? text(child.stderr) : ''
  const [code] = await once(child, 'exit')
  return { code, stderr: await stderr }
}
