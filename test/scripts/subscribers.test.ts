import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { localSecrets } from '../../scripts/local/secrets.ts'
import { startWorker } from '../../scripts/local/worker.ts'

const PEOPLE = 300

const HEADER = 'Email,confirmed_at,form,text,source,choice,unsubscribed_at'
const row = (email: string, more = ',,') =>
  `${email},2025-01-01T00:00:00Z,old site,"Yes, mail me.",list of 2025${more}`

const LIST = [
  HEADER,
  ...Array.from({ length: PEOPLE }, (_, nth) => row(`reader-${nth}@example.org`, ',news,')),
]

test('a list goes in, and comes out the same', async () => {
  const { command } = await localSite(8751)
  const bad = [
    row('nobody'),
    row('left@example.org', ',,2025-02-01T00:00:00Z'),
    'late@example.org,yesterday,f,t,s,,',
    'bare@example.org,2025-01-01T00:00:00Z,f,,s,,',
  ]
  const csv = `\uFEFF${[...LIST, row('=1+1@example.org'), ...bad].join('\r\n')}`
  const imported = await command('subscribers', ['import'], csv)
  expect(imported.stderr).toContain(`line ${PEOPLE + 5}: confirmed_at: no time`)
  expect(imported.stderr).toContain(`line ${PEOPLE + 6}: text: empty`)
  expect(imported.stdout).toBe(`${PEOPLE + 1} added\n1 bad address\n1 has left\n`)
  expect(imported.code).toBe(1)

  const exported = await command('subscribers', ['export'])
  expect(exported.code).toBe(0)
  const lines = exported.stdout.trim().split('\n')
  expect(lines).toHaveLength(PEOPLE + 2)
  expect(lines).toContain(
    'reader-7@example.org,2025-01-01T00:00:00.000Z,old site,"Yes, mail me.",list of 2025,news,,,',
  )
  expect(exported.stdout).toContain("\n'=1+1@example.org,")
  const again = await command('subscribers', ['import'], exported.stdout)
  expect(again).toMatchObject({ code: 0, stdout: `${PEOPLE + 1} known\n` })
})

test('a rotation that is killed goes on where it was', async () => {
  const { command, restart, changeSecret, killedAtSecondStep } = await localSite(8752)
  await command('subscribers', ['import'], LIST.join('\n'))
  const before = await command('subscribers', ['export'])
  changeSecret((old) => `a-new-secret-of-the-operator-0123456789 ${old}`)
  await restart()
  expect(await killedAtSecondStep(8753)).toMatchObject({ code: null })
  const resumed = await command('rotate-keys', [])
  expect(resumed.code).toBe(0)
  const left = Number(/^(\d+) addresses put/m.exec(resumed.stdout)?.[1])
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThan(PEOPLE)
  expect(resumed.stdout).toMatch(new RegExp(`${PEOPLE} subscribers.*: in use\\n$`))
  changeSecret((both) => both.split(' ')[0] ?? '')
  await restart()
  const after = await command('subscribers', ['export'])
  expect(after.stdout.length).toBeGreaterThan(PEOPLE * 20)
  expect(after.stdout).toBe(before.stdout)
})

test('wrong commands, columns, sites and tokens are told, with the exit code for each', async () => {
  const env = { ADMIN_TOKEN: 'x'.repeat(32) }
  const nowhere = ['--site', 'http://localhost:1']
  const noCommand = await run('subscribers', [], env)
  expect([noCommand.code, noCommand.stderr]).toEqual([
    2,
    expect.stringContaining('import or export'),
  ])
  const columns = await run(
    'subscribers',
    ['import', ...nowhere],
    env,
    'email,form\na@example.org,f',
  )
  expect(columns.code).toBe(1)
  expect(columns.stderr).toContain('no column confirmed_at, text, source')
  for (const [name, args] of [
    ['subscribers', ['export']],
    ['rotate-keys', []],
  ] as const) {
    const unreachable = await run(name, [...args, ...nowhere], env)
    expect([unreachable.code, unreachable.stderr]).toEqual([
      1,
      expect.stringContaining('http://localhost:1 cannot be reached'),
    ])
    expect(await run(name, ['--fast'], env)).toMatchObject({ code: 2 })
    const help = await run(name, ['--help'], env)
    expect([help.code, help.stdout]).toEqual([0, expect.stringContaining('Exit codes')])
  }
})

/** The Worker on this machine with an empty database, and the commands pointed at it. */
async function localSite(port: number) {
  const state = mkdtempSync(join(tmpdir(), 'alita2-subscribers-'))
  onTestFinished(() => rmSync(state, { recursive: true, force: true }))
  const { file, secrets } = localSecrets(state)
  // wrangler prefers the environment, in which the tests have secrets of their own
  for (const name of Object.keys(secrets)) delete process.env[name]
  const start = () => startWorker({ port, state, secretsFile: file, vars: {} })
  let worker = await start()
  onTestFinished(() => worker.stop())
  const env = { ADMIN_TOKEN: secrets.ADMIN_TOKEN }
  return {
    command: (name: string, args: string[], stdin = '') =>
      run(name, [...args, '--site', worker.url], env, stdin),
    /** A rotation that dies when it asks for its second step, which is not taken. */
    killedAtSecondStep: async (way: number) => {
      const death = new AbortController()
      let steps = 0
      const server = createServer(async (request, answer) => {
        steps += Number(request.url === '/api/admin/keys/rotate')
        if (steps > 1) death.abort()
        else await passOn(worker.url, request, answer)
      }).listen(way)
      onTestFinished(() => void server.close())
      return await run('rotate-keys', ['--site', `http://localhost:${way}`], env, '', death.signal)
    },
    restart: async () => {
      await worker.stop()
      worker = await start()
    },
    changeSecret: (change: (old: string) => string) => {
      const lines = readFileSync(file, 'utf8')
      const changed = lines.replace(
        /^SECRET_KEY="(.+)"$/m,
        (_, old) => `SECRET_KEY="${change(old)}"`,
      )
      writeFileSync(file, changed)
    },
  }
}

async function passOn(to: string, request: IncomingMessage, answer: ServerResponse) {
  const { method = 'GET', url = '/', headers } = request
  const body = method === 'POST' ? await text(request) : null
  const { authorization = '' } = headers
  const reply = await fetch(to + url, { method, headers: { authorization }, body })
  answer.writeHead(reply.status, { 'content-type': 'application/json' }).end(await reply.text())
}

/** Runs a command of scripts/, until it ends or is killed. */
async function run(
  name: string,
  args: string[],
  env: Record<string, string>,
  stdin = '',
  death = new AbortController().signal,
) {
  const child = spawn(process.execPath, [`scripts/${name}.ts`, ...args], {
    env: { ...process.env, ...env },
  })
  death.addEventListener('abort', () => child.kill('SIGKILL'))
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (part: string) => {
      said[stream] += part
    })
  }
  child.stdin.on('error', () => {}) // a command that refuses its options reads no input
  child.stdin.end(stdin)
  const code = await new Promise<number | null>((done) => child.on('close', done))
  return { code, ...said }
}
