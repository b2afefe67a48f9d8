import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Ask } from './secrets.ts'

/** Asks at the terminal without showing what is typed; without a terminal nobody answers. */
export const askHidden: Ask = async (question) => {
  if (!process.stdin.isTTY) return ''
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return await lines.question('')
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}
