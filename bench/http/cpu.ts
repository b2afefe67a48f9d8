import { readdirSync, readFileSync } from 'node:fs'

const TICKS_A_SECOND = 100 // of /proc on Linux

/** CPU time that our child processes have used, in milliseconds; null where there is no /proc. */
export function cpuOfChildren(): number | null {
  try {
    const ticks = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(statOf)
      .filter(({ parent }) => parent === process.pid)
      .reduce((sum, { user, system }) => sum + user + system, 0)
    return (ticks * 1000) / TICKS_A_SECOND
  } catch {
    return null // no Linux
  }
}

/** See proc_pid_stat(5): after the name in brackets, the parent is the 2nd, times are 12th and 13th. */
function statOf(pid: string) {
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ') ?? []
  return { parent: Number(fields[1]), user: Number(fields[11]), system: Number(fields[12]) }
}

/** A process may end between its listing and its reading. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
