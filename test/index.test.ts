import { createScheduledController } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { expect, test } from 'vitest'

test('the front page answers before anything was read', async () => {
  const response = await exports.default.fetch('http://localhost:8787/')
  expect(response.status).toBe(200)
  expect(await response.text()).toContain('Nothing on record has been read yet')
  expect(env.DB).not.toBeUndefined()
  expect(createScheduledController().cron).toBe('')
})
