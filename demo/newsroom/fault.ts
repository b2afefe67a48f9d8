import type { Answer } from './answer.ts'

/**
 * What an answer of a publisher suffers.
 * - answer: this status in place of what was asked for
 * - slow: it comes `ms` milliseconds later
 * - cut: half of the body comes, then the connection breaks
 * - garbage: it is answered with 200 and bytes that mean nothing
 */
export type Fault =
  | { kind: 'answer'; status: number; headers?: Record<string, string> }
  | { kind: 'slow'; ms: number }
  | { kind: 'cut' }
  | { kind: 'garbage' }

const GARBAGE = '\u0000\u0007<<]]>{"\u001b[0;;&#x110000;</'.repeat(40)

/** The answer as the fault leaves it; a break of the connection is the server's to make. */
export function spoilt(answer: Answer, fault: Fault | null): Answer {
  switch (fault?.kind) {
    case 'answer': {
      const body = `${fault.status} on demand\n`
      return { status: fault.status, type: 'text/plain; charset=utf-8', body, modified: null }
    }
    case 'garbage':
      return { ...answer, status: 200, body: GARBAGE }
    default:
      return answer
  }
}
