import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }

/** Every command of package.json that is a script of ours, `bench` by the names of its benches too. */
const COMMANDS = Object.entries(packageJson.scripts).flatMap(([name, line]) => {
  const [, file, rest = ''] = /^node (\S+\.ts)(.*)$/.exec(line) ?? []
  return file ? [{ name, words: [file, ...rest.split(' ').filter(Boolean)] }] : []
})

test('package.json names commands to try', () => {
  expect(COMMANDS.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['start', 'setup', 'read', 'bench']),
  )
})

test.concurrent.for(COMMANDS)('$name --help tells how it is used', async ({ words }) => {
  const { code, out } = await run([...words, '--help'])
  expect(out).toMatch(/npm run|npm start/)
  expect(code).toBe(0)
})

test.concurrent.for(COMMANDS)(
  '$name says what is wrong with an option that it does not know',
  async ({ words }) => {
    const { code, out, err } = await run([...words, '--no-such-option'])
    expect(err).toContain('--no-such-option')
    expect(err).toMatch(/npm run|npm start/)
    expect(err).not.toMatch(/^\s+at .*:\d+:\d+|positional/m)
    expect(out).toBe('')
    expect(code).toBe(2)
  },
)

function run(words: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] })
  const told = { out: '', err: '' }
  child.stdout.on('data', (part) => {
    told.out += part
  })
  child.stderr.on('data', (part) => {
    told.err += part
  })
  return new Promise((done) => child.on('close', (code) => done({ code, ...told })))
}
