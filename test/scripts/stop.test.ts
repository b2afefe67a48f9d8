import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { localSecrets } from '../../scripts/local/secrets.ts'

const PORT = 8697

test('Ctrl-C while the Worker still starts leaves nothing behind', {
  timeout: 120_000,
}, async () => {
  const state = mkdtempSync(join(tmpdir(), 'stopped-'))
  onTestFinished(() => rmSync(state, { recursive: true, force: true }))
  const options = { port: PORT, state, secretsFile: localSecrets(state).file, vars: {} }
  const file = join(state, 'command.mjs')
  writeFileSync(
    file,
    `import { runUntilStopped } from '${resolve('scripts/local/run.ts')}'
     import { startWorker } from '${resolve('scripts/local/worker.ts')}'
     await runUntilStopped(async () => void (await startWorker(${JSON.stringify(options)})))`,
  )
  const child = spawn(process.execPath, [file])
  const ended = new Promise((done) => child.once('exit', done))
  await vi.waitFor(() => expect(workers()).not.toEqual([]), { timeout: 60_000, interval: 100 })
  child.kill('SIGINT')
  expect(await ended).toBe(0)
  await vi.waitFor(() => expect(workers()).toEqual([]), { timeout: 30_000, interval: 100 })
})

/** What runs of wrangler at that port. */
function workers(): string[] {
  const processes = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n')
  return processes.filter((line) => line.includes(`dev --port ${PORT} `))
}
