import { expect, test } from 'vitest'
import { ORIGIN, openSite } from './site.ts'

const CHUNK = 64 * 1024 // bytes
const MOST = 1_000_000 // bytes that a route may take before it says that they are too many
const TYPES = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
]

test('no route reads on in a body that does not end', { timeout: 120_000 }, async () => {
  const { site, routes, token } = await openSite()
  const posts = routes.filter(({ method }) => method === 'POST')
  expect(posts.length).toBeGreaterThan(30)
  for (const { path } of posts) {
    for (const type of TYPES) {
      const { body, taken } = endless()
      const headers = { 'content-type': type, authorization: `Bearer ${token}`, origin: ORIGIN }
      const answer = site.request(ORIGIN + path.replace(/:\w+(?:\{[^}]*\})?/g, '1'), {
        ...{ method: 'POST', headers, body },
      })
      await Promise.race([answer, scheduler.wait(5_000)])
      expect(taken(), `${path} ${type}`).toBeLessThan(MOST)
    }
  }
})

/** A body that goes on as long as it is read. */
function endless(): { body: ReadableStream; taken: () => number } {
  let taken = 0
  const chunk = new Uint8Array(CHUNK).fill(0x61)
  const body = new ReadableStream({
    pull: (controller) => {
      taken += CHUNK
      if (taken > 10 * MOST) controller.close()
      else controller.enqueue(chunk)
    },
  })
  return { body, taken: () => taken }
}
