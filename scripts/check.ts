import { spawnSync } from 'node:child_process'
import { readOptions } from './options.ts'

const USAGE = `npm run check

All that CI does, in the same order: format and lint, types, bundle, tests. Ends at the first
failure with its exit code.
  --help  this text`

/** Each check with the command that makes it. */
const CHECKS: readonly [string, string][] = [
  ['format, lint, layers', 'npm run --silent lint'],
  ['types of the environment', 'npm run --silent types -- --check'],
  ['types', 'npm run --silent typecheck'],
  ['the bundle that a deploy would send', 'wrangler deploy --dry-run --outdir .wrangler/bundle'],
  ['tests', 'npm test'],
]

readOptions(process.argv.slice(2), USAGE)
for (const [name, command] of CHECKS) {
  console.log(`\n== ${name}: ${command}`)
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit' })
  if (status !== 0) {
    console.error(`\nfailed: ${name}`)
    process.exit(status ?? 1)
  }
}
console.log('\nAll checks hold.')
