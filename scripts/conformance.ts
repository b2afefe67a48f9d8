import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { styleText } from 'node:util'
import { z } from 'zod'
import { readOptions } from './options.ts'

const USAGE = `npm run conformance

Runs the scan for 60 simulated days against a hostile web, and prints three tables: the feed-reader
score, the stupid feed tricks, RFC 9309. Each line is a rule and what was seen. Ends with 1 if a
line does not hold.
  --help  this text`

const TABLES = ['feed-reader score', 'stupid feed tricks', 'RFC 9309'] as const
const WIDTH = 76 // columns of a rule

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({
          title: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
          meta: z.object({ table: z.enum(TABLES), saw: z.string() }).partial(),
        }),
      ),
    }),
  ),
})

readOptions(process.argv.slice(2), USAGE)
process.exitCode = printed(runTests()) ? 0 : 1

/** Runs the tests of test/conformance; each line of the report is one of them. */
function runTests(): z.infer<typeof reportSchema> {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'))
  const file = join(folder, 'report.json')
  const run = spawnSync(
    'vitest',
    ['run', '--project', 'alone', 'test/conformance', '--reporter=json', `--outputFile=${file}`],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  try {
    return reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new Error(`the tests did not run (exit code ${run.status}): ${error}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether all lines hold; prints them. */
function printed({ testResults }: z.infer<typeof reportSchema>): boolean {
  const lines = testResults.flatMap(({ assertionResults }) => assertionResults)
  let failed = 0
  for (const table of TABLES) {
    const own = lines.filter(({ meta }) => meta.table === table)
    const good = own.filter(({ status }) => status === 'passed').length
    console.log(`\n${table}: ${good} of ${own.length}\n${'-'.repeat(WIDTH)}`)
    for (const { title, status, meta, failureMessages } of own) {
      const isGood = status === 'passed'
      const seen = isGood ? meta.saw : failureMessages?.[0]?.split('\n')[0]
      console.log(
        `${isGood ? styleText('green', 'ok  ') : styleText('red', 'FAIL')} ${title.padEnd(WIDTH)} ${seen ?? status}`,
      )
    }
    failed += own.length === 0 ? 1 : own.length - good
  }
  const broken = testResults.filter(({ assertionResults }) => assertionResults.length === 0)
  for (const { message } of broken) console.log(`\nFAIL a file of tests: ${message}`)
  console.log(`\n${lines.length} lines, ${failed} failed`)
  return failed === 0 && broken.length === 0
}
