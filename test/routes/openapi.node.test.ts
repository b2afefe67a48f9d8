import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { apiRoutes } from '../../src/routes/api/api.tsx'
import { FEEDS } from '../../src/routes/feeds.ts'
import { openWorld } from '../exactly-once/world.ts'

const api = apiRoutes(openWorld('2026-01-01T00:00:00Z', null).app)

type Problem = { severity: string; message: string; location: { pointer: string }[] }

test('Redocly finds nothing wrong with the API’s description', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'openapi-'))
  const file = join(folder, 'openapi.json')
  writeFileSync(file, await (await api.request('/api/v1/openapi.json')).text())
  const lint = spawnSync('node_modules/.bin/redocly', ['lint', file, '--format', 'json'], {
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  })
  rmSync(folder, { recursive: true })
  const { problems }: { problems: Problem[] } = JSON.parse(lint.stdout)
  expect(
    problems.map(({ severity, message, location }) => [severity, message, location[0]?.pointer]),
  ).toEqual([])
})

test('the page of the API tells of every path, parameter and schema', async () => {
  const page = await (await api.request('/api')).text()
  expect(page).toContain('A place from an earlier <code>next</code>.')
  const document = await (await api.request('/api/v1/openapi.json')).json()
  for (const [path, { get }] of Object.entries<{ get: { parameters?: { name: string }[] } }>(
    document.paths,
  )) {
    expect(page).toContain(`GET ${path}</code>`)
    for (const { name } of get.parameters ?? []) expect(page).toContain(`<code>${name}</code>`)
  }
  for (const name of Object.keys(document.components.schemas)) {
    expect(page).toContain(`id="schema-${name}"`)
  }
  for (const [, name] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${name}"`)
  expect(page).not.toMatch(/<script|style=|undefined|\[object/)
  expect(page.length).toBeLessThan(60_000)
})

test('docs/api.md tells of every path and every feed', async () => {
  const docs = readFileSync('docs/api.md', 'utf8')
  const { paths } = await (await api.request('/api/v1/openapi.json')).json()
  const feeds = FEEDS.map(({ path }) => path)
  for (const path of [...Object.keys(paths), ...feeds]) expect(docs).toContain(`| \`${path}\``)
})
