import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ZodType } from 'zod'

const NEWLINE = 0x0a

/**
 * Answers NDJSON line by line, as it comes: each line that fits `schema` goes through `answer`,
 * whose objects are written one a line. A line that is no JSON, or does not fit, is answered with
 * `{ id?, error }`, and the rest goes on. Blank lines are skipped. Memory is bounded by the longest
 * line; a slow reader of `output` slows us down, and one that is gone ends us.
 */
export async function filterNdjson<T>(
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  schema: ZodType<T>,
  answer: (value: T) => Iterable<object>,
): Promise<void> {
  const write = (lines: AsyncIterable<Uint8Array>) => answerLines(lines, schema, answer)
  try {
    await pipeline(input, write, output, { end: false })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
  }
}

async function* answerLines<T>(
  input: AsyncIterable<Uint8Array>,
  schema: ZodType<T>,
  answer: (value: T) => Iterable<object>,
): AsyncGenerator<string> {
  for await (const line of linesOf(input)) {
    if (line.trim() === '') continue
    for (const result of answerLine(line, schema, answer)) yield `${JSON.stringify(result)}\n`
  }
}

function answerLine<T>(
  line: string,
  schema: ZodType<T>,
  answer: (value: T) => Iterable<object>,
): Iterable<object> {
  const value = parseJson(line)
  if (value === undefined) return [{ error: 'not JSON' }]
  const checked = schema.safeParse(value)
  if (checked.success) return answer(checked.data)
  const problems = checked.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  )
  return [{ ...idOf(value), error: problems.join('; ') }]
}

/** `{ id }` if the value bears one that is text, so that a bad line can still be told apart. */
function idOf(value: unknown): { id?: string } {
  const bearsId = typeof value === 'object' && value !== null && 'id' in value
  return bearsId && typeof value.id === 'string' ? { id: value.id } : {}
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined // JSON has no undefined, so it stands for "not JSON"
  }
}

/** Lines end at a line feed only: node:readline also breaks at U+2028, which JSON may contain. */
async function* linesOf(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let pending: Uint8Array[] = []
  for await (const chunk of input) {
    let from = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      yield textOf([...pending, chunk.subarray(from, end)])
      pending = []
      from = end + 1
    }
    pending.push(chunk.subarray(from))
  }
  yield textOf(pending)
}

function textOf(chunks: Uint8Array[]): string {
  return new TextDecoder().decode(Buffer.concat(chunks))
}
