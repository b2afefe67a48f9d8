import { spawn, spawnSync } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { readOptions } from './options.ts'

const USAGE = `npm run check

All that CI does: format and lint, types and bundle, at once, then the tests. What failed is told in
that order; the first failure gives its exit code.
  --help  this text`

/** Each check of what is written with the command that makes it. */
const CHECKS: readonly [string, string][] = [
  ['format, lint, layers', 'npm run --silent lint'],
  ['types of the environment', 'npm run --silent types -- --check'],
  ['types', 'npm run --silent typecheck'],
  ['the bundle that a deploy would send', 'wrangler deploy --dry-run --outdir .wrangler/bundle'],
]

readOptions(process.argv.slice(2), USAGE)
const checks = CHECKS.map(([name, command]) => ({ name, command, answer: answerOf(command) }))
for (const { name, command, answer } of checks) {
  console.log(`\n== ${name}: ${command}`)
  const { status, said } = await answer
  process.stdout.write(said)
  endUnless(status, name)
}
console.log('\n== tests: npm test')
endUnless(spawnSync('npm test', { shell: true, stdio: 'inherit' }).status, 'tests')
console.log('\nAll checks hold.')

/** Runs a command to its end; its exit code and all that it said. */
async function answerOf(command: string): Promise<{ status: number | null; said: string }> {
  const child = spawn(`${command} 2>&1`, { shell: true, stdio: ['ignore', 'pipe', 'inherit'] })
  const status = new Promise<number | null>((resolve) => child.once('close', resolve))
  const said = await text(child.stdout)
  return { status: await status, said }
}

function endUnless(status: number | null, name: string): void {
  if (status === 0) return
  console.error(`\nfailed: ${name}`)
  process.exit(status ?? 1)
}
