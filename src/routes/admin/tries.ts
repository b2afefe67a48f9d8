import type { Context } from 'hono'
import type { App } from '../../app.ts'
import { countUp, type Limit, usedOf } from '../../db/limits.ts'
import { hashNetwork } from '../../digest/network.ts'
import { networkOfRequest } from '../network.ts'

const PERIOD = 15 * 60_000 // milliseconds
const MOST = 10 // wrong tokens from a network in one period

/** Whether the network that asks may try a token: not after ten wrong ones in a quarter of an hour. */
export async function mayTry(app: App, c: Context): Promise<boolean> {
  const { name } = await limitOf(app, c)
  return (await usedOf(app.db, name)) < MOST
}

/** Counts a wrong token. */
export async function countFailed(app: App, c: Context): Promise<void> {
  await countUp(app.db, await limitOf(app, c)).run()
  app.log('admin.refused')
}

async function limitOf(app: App, c: Context): Promise<Limit> {
  const period = Math.floor(app.now().getTime() / PERIOD)
  const hash = await hashNetwork(app.config.secretKey, networkOfRequest(c), `admin ${period}`)
  const endsAt = new Date((period + 1) * PERIOD).toISOString()
  return { name: `admin ${period} ${hash}`, most: MOST, endsAt }
}
