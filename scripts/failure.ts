import { styleText } from 'node:util'
import { prettifyError, ZodError } from 'zod'

/** Why something failed, in words for a terminal: of data that does not fit, what is wrong where. */
export function wordsOf(error: unknown): string {
  if (error instanceof ZodError) return prettifyError(error)
  return error instanceof Error ? error.message : String(error)
}

/** Tells on stderr why a command failed, and lets it end with 1. */
export function fail(error: unknown): void {
  tell(wordsOf(error))
  process.exitCode = 1
}

/** Ends a command at once: 1 failed, 2 wrong options or files. The usage goes below the words. */
export function end(code: 1 | 2, words: string, usage = ''): never {
  tell(words)
  if (usage) process.stderr.write(`\n${usage.trim()}\n`)
  return process.exit(code)
}

/** Red where stderr is a terminal, plain where not and under NO_COLOR. */
function tell(words: string): void {
  process.stderr.write(`${styleText('red', words, { stream: process.stderr })}\n`)
}
