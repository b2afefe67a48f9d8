import { register } from 'tsx/esm/api'
import { readOptions } from '../scripts/options.ts'

const USAGE = `npm run bench -- digest [--subscribers N,N,…] [--stories N]

Plans and sends one issue to so many subscribers, in a local D1, through the real SDK, to the mailbox
over HTTP. Prints what a recipient costs, what a call costs, and what a million would.
  --subscribers N,N,…   sizes of the list, 1000,10000,100000 if left out
  --stories N           stories of the issue whose CPU is measured, 30 if left out
  --help                this text`

/** Measures the sending of issues; the exit code is 1 where a bar is missed. */
export async function benchDigest(args: string[]): Promise<void> {
  const options = readOptions(args, USAGE, {
    subscribers: { type: 'string' },
    stories: { type: 'string' },
  })
  const sizes = String(options.subscribers ?? '1000,10000,100000')
    .split(',')
    .map(Number)
  const stories = Number(options.stories ?? 30)
  if (![...sizes, stories].every((size) => Number.isInteger(size) && size > 0)) {
    process.stderr.write(`Sizes are whole numbers.\n\n${USAGE.trim()}\n`)
    process.exitCode = 2
    return
  }
  register() // mails are JSX, which Node alone does not read
  const { report } = await import('./digest/report.ts')
  await report(sizes, stories)
}
