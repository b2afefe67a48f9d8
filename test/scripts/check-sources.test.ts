import { execFile } from 'node:child_process'
import { expect, onTestFinished, test } from 'vitest'
import { startNewsroom } from '../../demo/newsroom/server.ts'

type Told = { code: number; stdout: string; stderr: string }

test('two sources of one host are looked at one after the other', {
  timeout: 60_000,
}, async () => {
  const { look } = await newsroom()
  const { code, stdout, stderr } = await look([
    source('neonreel', '/feed/'),
    source('neonreel-again', '/feed/?again'),
  ])
  expect(stderr).toBe('')
  expect(stdout).toMatch(
    /^✓ neonreel {8}feed {6}3 items, 2 on the film, newest 2023-04-28; robots.txt read; ETag, Last-Modified; again \S+ \S+ UTC$/m,
  )
  expect(stdout).toMatch(/^✓ neonreel-again /m)
  expect(stdout).toContain('2 of 2 are ok.')
  expect(code).toBe(0)
})

test('a source that is not ok is told in words, and the command ends with 1', async () => {
  const { look } = await newsroom()
  const { code, stdout } = await look([source('neonreel', '/no-such-feed/')])
  expect(stdout).toMatch(/^✗ neonreel {2}feed {6}\w+: .*404/m)
  expect(code).toBe(1)
})

async function newsroom() {
  const { url, close } = await startNewsroom({ port: 0 })
  onTestFinished(close)
  const { port } = new URL(url)
  const look = (sources: ReturnType<typeof source>[]): Promise<Told> => {
    const SOURCES = JSON.stringify(sources).replaceAll(':PORT', `:${port}`)
    const env = { ...process.env, SOURCES, NEWSROOM: url }
    return new Promise((done) => {
      execFile(process.execPath, ['scripts/check-sources.ts'], { env }, (error, stdout, stderr) =>
        done({ code: Number(error?.code ?? 0), stdout, stderr }),
      )
    })
  }
  return { look }
}

function source(id: string, path: string) {
  const home = 'http://neonreel.localhost:PORT/'
  return { id, outlet: 'Neon Reel', home, url: `${home.slice(0, -1)}${path}` }
}
