import { Agent, type IncomingMessage, request } from 'node:http'

/** How answers came: each status counted, and how long those took that were remembered. */
export type Answers = {
  statuses: Record<string, number>
  /** Milliseconds of answers that came out of the Worker's memory, sorted. */
  remembered: number[]
  /** The same of all others. */
  others: number[]
}

export type Question = { path: string; headers?: Record<string, string>; body?: string }

/** So many clients at once, each asking one question after the other, until a moment. */
export async function ask(
  url: URL,
  clients: number,
  until: number,
  question: () => Question,
  pause = 0,
): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const answers: Answers = { statuses: {}, remembered: [], others: [] }
  const client = async () => {
    while (Date.now() < until) {
      await one(url, agent, question(), answers)
      if (pause) await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  agent.destroy()
  answers.remembered.sort((a, b) => a - b)
  answers.others.sort((a, b) => a - b)
  return answers
}

/** The time within which a share of answers came; 0 where there are none. */
export function quantile(times: number[], share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
}

async function one(url: URL, agent: Agent, question: Question, answers: Answers): Promise<void> {
  const start = performance.now()
  const { status, age } = await answerTo(url, agent, question).catch((error: Error) => ({
    status: error.message,
    age: undefined,
  }))
  answers.statuses[status] = (answers.statuses[status] ?? 0) + 1
  const times = age === undefined ? answers.others : answers.remembered
  times.push(performance.now() - start)
}

function answerTo(url: URL, agent: Agent, { path, headers = {}, body }: Question) {
  return new Promise<{ status: string; age: string | undefined }>((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST'
    const take = (answer: IncomingMessage) => {
      answer.resume()
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: String(answer.statusCode), age: answer.headers.age }),
      )
    }
    request(new URL(path, url), { agent, method, headers }, take).on('error', reject).end(body)
  })
}
