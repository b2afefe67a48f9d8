import { spawnSync } from 'node:child_process'
import { VARS } from './vars.ts'

/** Bundles the Worker of wrangler.toml into `folder`, or that of another file, as a deploy would. */
export function bundle(folder: string, ...file: string[]): void {
  const args = ['deploy', ...file, '--dry-run', '--outdir', folder]
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/wrangler/bin/wrangler.js', ...args],
    {
      encoding: 'utf8',
      env: { ...process.env, ...VARS, CI: 'true', WRANGLER_SEND_METRICS: 'false' },
    },
  )
  if (status !== 0) throw new Error(`the Worker was not bundled:\n${stdout}${stderr}`)
}
