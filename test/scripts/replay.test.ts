import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const run = promisify(execFile)
const replay = async (...args: string[]) =>
  await run('node_modules/.bin/node', ['scripts/replay.ts', ...args])

test('a fortnight of the demo newsroom is lived through by the clock of its own days', async () => {
  const out = mkdtempSync(join(tmpdir(), 'replay-'))
  await replay('--from', '2023-04-24', '--until', '2023-05-06', '--out', out)
  const index = readFileSync(join(out, 'index.html'), 'utf8')
  expect(readdirSync(join(out, 'mails', 'weekly'))).toContain('2023-04-28.html')
  expect(readdirSync(join(out, 'mails', 'weekly'))).toContain('2023-05-05.eml')
  const issue = readFileSync(join(out, 'mails', 'weekly', '2023-04-28.txt'), 'utf8')
  expect(issue).toContain('issue 2023-W17 · 28 April 2023')
  expect(issue).toContain("We're working on it")
  expect(index).toContain('mails/weekly/2023-04-28.html')
  const last = readFileSync(join(out, 'pages', '2023-05-06', 'front.html'), 'utf8')
  expect(last).toContain('href="../../site.css"')
  expect(last).not.toContain('9 May 2023') // what is published later is not known
})

test('a day that is none, and an end before its beginning, are told', async () => {
  for (const day of ['2023-02-30', '2023']) {
    await expect(replay('--from', day)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`--from ${day} is no day`),
    })
  }
  await expect(replay('--from', '2023-05-01', '--until', '2023-04-01')).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--until lies before --from'),
  })
})
