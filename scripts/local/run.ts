import { fail } from '../failure.ts'

/** Things that were started and must be stopped, last started first. */
export type Running = { stop: () => Promise<void> }[]

/**
 * Runs a command until Ctrl-C or until it fails, then stops all that it started. An expected
 * failure is an Error: its message is printed, and the exit code is 1.
 */
export async function runUntilStopped(work: (running: Running) => Promise<void>): Promise<void> {
  const running: Running = []
  const stopped = untilSignal()
  try {
    await Promise.race([work(running), stopped])
    await stopped
  } catch (error) {
    process.stderr.write('\n') // a step may stand half told
    fail(error)
  }
  for (const { stop } of running.reverse()) await stop()
  process.exit()
}

/** Listens on: where nobody else does any more, a library of wrangler's ends the process at once. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve())
  })
}
