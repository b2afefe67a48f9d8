import { expect, test } from 'vitest'
import { issueFor } from '../digest/issue-for.ts'
import { countSubscribed } from '../digest/people.ts'
import { drain, linkIn } from '../digest/world.ts'

test('opening the unsubscribe link changes nothing', async () => {
  const { app, site, leave } = await issueTo('ann@example.org')
  const page = await site.request(leave)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(`action="${leave}"`)
  expect(await countSubscribed(app.db)).toBe(1)
})

test('one click unsubscribes at once, urlencoded, multipart or without a body', async () => {
  const oneClick = { 'List-Unsubscribe': 'One-Click' }
  const multipart = new FormData()
  multipart.append('List-Unsubscribe', 'One-Click')
  for (const body of [new URLSearchParams(oneClick), multipart, null]) {
    const { app, site, leave } = await issueTo('ann@example.org')
    const answer = await site.request(leave, { method: 'POST', body })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await countSubscribed(app.db)).toBe(0)
  }
})

test('an unsubscribe link that was changed unsubscribes nobody', async () => {
  const { app, site, leave } = await issueTo('ann@example.org')
  const forged = leave.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))
  const answers = [
    await site.request(forged, { method: 'POST' }),
    await site.request('/unsubscribe', { method: 'POST' }),
    await site.request(forged),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
  expect(await countSubscribed(app.db)).toBe(1)
})

/** A world in which an issue was mailed to one reader, with the link to leave in it. */
async function issueTo(address: string) {
  const all = await issueFor([address])
  await drain(all.app, all.jobs)
  return { ...all, leave: linkIn(all.box.delivered[0], '/unsubscribe') }
}
