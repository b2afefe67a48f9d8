import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const COMMAND = fileURLToPath(new URL('../../scripts/robots.ts', import.meta.url))

function run(lines: object[]) {
  const input = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  const { status, stdout } = spawnSync(process.execPath, [COMMAND], { input, encoding: 'utf8' })
  const answers = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return { status, answers }
}

test('robots.txt is asked for each question', () => {
  const robots = 'User-agent: ours\nDisallow: /a\nAllow: /a/b\n\nUser-agent: *\nDisallow: /'
  const { status, answers } = run([
    { id: '1', robots, agent: 'ours', url: 'https://news.example/a/c' },
    { id: '2', robots, agent: 'ours', url: 'https://news.example/a/b' },
    { id: '3', robots, agent: 'other', url: 'https://news.example/b' },
    { id: '4', robots: '', agent: 'ours', url: 'https://news.example/' },
    { id: '5', robots, url: 'https://news.example/' },
  ])
  expect(status).toBe(0)
  expect(answers).toEqual([
    { id: '1', allowed: false, rule: 'Disallow: /a' },
    { id: '2', allowed: true, rule: 'Allow: /a/b' },
    { id: '3', allowed: false, rule: 'Disallow: /' },
    { id: '4', allowed: true, rule: null },
    { id: '5', error: expect.stringMatching(/^agent: /) },
  ])
})
