import { parseArgs } from 'node:util'
import { end, wordsOf } from './failure.ts'

type Flags = Record<string, { type: 'string' | 'boolean'; short?: string }>
export type Values = Record<string, string | boolean | undefined>

/**
 * The options of a command, read from `argv`. `--help` prints `usage` and ends with 0; an
 * unknown option, a missing value or a stray word prints why and ends with 2.
 */
export function readOptions(argv: string[], usage: string, options: Flags = {}): Values {
  return read(argv, usage, options, false).values
}

/** The same of a command that takes words beside its options. */
export function readCommand(
  argv: string[],
  usage: string,
  options: Flags = {},
): { values: Values; words: string[] } {
  return read(argv, usage, options, true)
}

function read(argv: string[], usage: string, options: Flags, allowPositionals: boolean) {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      strict: true,
      allowPositionals,
    })
    if (!values.help) return { values, words: positionals }
    process.stdout.write(`${usage.trim()}\n`)
    return process.exit(0)
  } catch (error) {
    return end(2, wordsOf(error).replace(/\. To specify a positional.*/s, ''), usage)
  }
}

/** The words of an option of `readOptions`, or the usual ones. */
export function textsOf(options: Values): (name: string, usual: string) => string {
  return (name, usual) => {
    const value = options[name]
    return typeof value === 'string' ? value : usual
  }
}

/** A port from the words after an option; one that is none prints why and ends with 2. */
export function readPort(option: string, words: unknown, usual: number): number {
  const port = Number(words ?? usual)
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port
  return end(2, `--${option} ${String(words)} is not a port (1 to 65535)`)
}

/** The first moment of a day (UTC, ms) from the words after an option; one that is none ends with 2. */
export function readDay(option: string, words: unknown): number | null {
  if (words === undefined) return null
  const moment = Date.parse(`${String(words)}T00:00:00Z`)
  if (!Number.isNaN(moment) && new Date(moment).toISOString().slice(0, 10) === words) return moment
  return end(2, `--${option} ${String(words)} is no day: 2023-04-28, for example`)
}
