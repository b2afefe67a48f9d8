import type { App } from '../app.ts'
import { claimHost, type HostClaim, type HostRelease, releaseHost } from '../db/hosts.ts'
import { LEASE, leftBefore, pauseFrom } from './politeness.ts'

/** The most requests of one job; the platform's free plan allows 50. */
export const MOST_REQUESTS = 40

/** The most addresses of one job: the first and five redirects. Each costs up to six statements. */
const MOST_VISITS = 6

/** What one job may still ask of the world, and the hosts that are its own meanwhile. */
export type Trip = {
  app: App
  requests: number
  visits: number
  /** Before its leases run out, it must be over. */
  deadline: Date
  hosts: Map<string, Hold>
}

/** A host that nobody else asks until the trip ends. */
export type Hold = Omit<HostClaim, 'lease'> & { lease: string; wasAsked: boolean; url: URL }

/** Does what is to be asked in one job, and gives back the hosts that it claimed. */
export async function travel<T>(app: App, act: (trip: Trip) => Promise<T>): Promise<T> {
  const deadline = new Date(app.now().getTime() + LEASE / 2)
  const trip: Trip = {
    app,
    requests: MOST_REQUESTS,
    visits: MOST_VISITS,
    deadline,
    hosts: new Map(),
  }
  try {
    return await act(trip)
  } finally {
    const held = [...trip.hosts.values()].map((hold) => releaseHost(app.db, releaseOf(app, hold)))
    if (held.length) await app.db.batch(held)
  }
}

/** Claims a host for the rest of the trip; null where it is being asked, or needs its pause. */
export async function hold(trip: Trip, url: URL): Promise<Hold | null> {
  const { app, hosts } = trip
  const { host, hostname } = url
  const held = hosts.get(host)
  if (held) return held
  const at = app.now().toISOString()
  const claim = await claimHost(app.db, { host, hostname, at, leftBefore: leftBefore(app) })
  if (!claim) return null
  const fresh = { ...claim, wasAsked: false, url }
  hosts.set(host, fresh)
  return fresh
}

function releaseOf(app: App, { url, wasAsked, ...hold }: Hold): HostRelease {
  const freeAt = wasAsked ? pauseFrom(app, url) : app.now().toISOString()
  return { ...hold, host: url.host, freeAt }
}
