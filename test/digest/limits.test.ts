import { expect, test } from 'vitest'
import { networkOf } from '../../src/digest/network.ts'
import { subscribe } from '../../src/digest/subscribe.ts'
import { WISH } from './asking.ts'
import { form, mailWorld } from './world.ts'

test('a network is the /24 of IPv4 and the /48 of IPv6, however it is written', () => {
  expect(networkOf('192.0.2.77')).toBe('192.0.2.0/24')
  expect(networkOf('::ffff:192.0.2.78')).toBe('192.0.2.0/24')
  for (const ip of ['2001:db8:1:2::3', '2001:0DB8:0001:ffff:0:0:0:1', '2001:db8:1::']) {
    expect(networkOf(ip), ip).toBe('2001:db8:1::/48')
  }
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0::/48')
  expect(networkOf('::1')).toBe('0:0:0::/48')
  for (const none of ['', 'unknown', '192.0.2', 'a:b', '2001:db8:1:2::3%eth0', ':::']) {
    expect(networkOf(none), none).toBeNull()
  }
})

test('one network may ask twenty times an hour, another goes on, and an hour later it may again', async () => {
  const { app, later } = await mailWorld()
  const askFrom = async (network: string, times: number) => {
    const takings = []
    for (let nth = 0; nth < times; nth += 1) {
      takings.push(await subscribe(app, { ...WISH, network }))
    }
    return takings
  }
  expect((await askFrom('192.0.2.0/24', 22)).slice(19)).toEqual([
    'taken',
    'network limit',
    'network limit',
  ])
  expect(await askFrom('198.51.100.0/24', 1)).toEqual(['taken'])
  later(1)
  expect(await askFrom('192.0.2.0/24', 1)).toEqual(['taken'])
})

test('two hundred may ask in an hour, and one network cannot use that up for all', async () => {
  const { app, later } = await mailWorld()
  for (let nth = 0; nth < 60; nth += 1) await subscribe(app, { ...WISH, network: 'one' })
  const takings = []
  for (let nth = 0; nth < 182; nth += 1) {
    takings.push(await subscribe(app, { ...WISH, network: `other ${nth >> 1}` }))
  }
  expect(takings.lastIndexOf('taken')).toBe(179)
  expect(takings.slice(180)).toEqual(['total limit', 'total limit'])
  later(1)
  expect(await subscribe(app, { ...WISH, network: 'one' })).toBe('taken')
})

test('a limit is told with the time to wait, the same for every address', async () => {
  const { site } = await mailWorld()
  const from = { headers: { 'cf-connecting-ip': '192.0.2.1' } }
  const post = (email: string) => site.request('/subscribe', { ...form({ email }), ...from })
  for (let nth = 0; nth < 20; nth += 1) expect((await post('a@example.org')).status).toBe(202)
  const [known, fresh] = [await post('a@example.org'), await post('b@example.org')]
  expect([known.status, known.headers.get('retry-after')]).toEqual([429, '3600'])
  expect(fresh.status).toBe(429)
  expect(await known.text()).toContain('from your network')
})

test('of an IP address only a keyed hash is kept, another one each hour', async () => {
  const { app, later } = await mailWorld()
  for (const hours of [0, 1]) {
    later(hours)
    await subscribe(app, { ...WISH, network: '192.0.2.0/24' })
  }
  const { results } = await app.db
    .prepare("SELECT name FROM limits WHERE name LIKE 'network %'")
    .all<{ name: string }>()
  const hashes = results.map(({ name }) => name.split(' ')[2])
  expect(hashes[0]).toMatch(/^[0-9a-f]{32}$/)
  expect(new Set(hashes).size).toBe(2)
  expect(JSON.stringify(results)).not.toContain('192.0.2')
})
