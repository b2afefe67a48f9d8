import { MOST_REQUESTS, type Trip } from './trip.ts'
import { userAgent } from './user-agent.ts'

const TIMEOUT = 20_000 // milliseconds, for headers and body together

/**
 * One GET: who we are, no cookie, no referrer, redirects left to us. `read` takes from the answer
 * what is wanted. Throws where the network fails, where it takes over 20 s altogether, and where the
 * trip has asked for too much or takes too long.
 */
export async function request<T>(
  trip: Trip,
  url: URL,
  headers: Record<string, string>,
  read: (response: Response, signal: AbortSignal) => Promise<T>,
): Promise<T> {
  if (trip.requests-- <= 0) throw new Error(`over ${MOST_REQUESTS} requests for one look`)
  if (trip.app.now() > trip.deadline) throw new Error('all its answers together take too long')
  const { signal, stop } = timer()
  try {
    const wanted = new Request(url, {
      headers: {
        'accept-encoding': 'gzip, br',
        'user-agent': userAgent(trip.app.config),
        ...headers,
      },
      redirect: 'manual',
      signal,
    })
    const answer = trip.app.fetch(wanted).then((response) => read(response, signal))
    return await Promise.race([answer, failure(signal)])
  } finally {
    stop()
  }
}

/** AbortSignal.timeout cannot be stopped, and would hold on to a finished request's body. */
function timer(): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController()
  const late = new Error(`no whole answer within ${TIMEOUT / 1000} s`)
  const timeout = setTimeout(() => controller.abort(late), TIMEOUT)
  return { signal: controller.signal, stop: () => clearTimeout(timeout) }
}

/** A body that never ends need not hear of the signal: we stop waiting for it all the same. */
function failure(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason))
  })
}
