import type { App } from '../app.ts'
import { claimHost, type HostClaim, type HostRelease, releaseHost } from '../db/hosts.ts'
import { allowanceOf } from '../plan.ts'
import { BODY_LIMIT } from './body-stream.ts'
import { LEASE, leftBefore, pauseFrom } from './politeness.ts'

/** The most requests of one job; the platform's free plan allows 50. */
export const MOST_REQUESTS = 40

/** The most addresses of one job: the first and five redirects. */
const MOST_VISITS = 6

/** The most hosts of a page: what is read from it takes statements, too. */
const HOSTS_OF_A_PAGE = 3

/** What one job may still ask of the world, and the hosts that are its own meanwhile. */
export type Trip = {
  app: App
  requests: number
  visits: number
  mostHosts: number
  /** The most that is read of an answer. */
  bytes: number
  /** Before its leases run out, it must be over. */
  deadline: Date
  hosts: Map<string, Hold>
}

/** A host that nobody else asks until the trip ends. */
export type Hold = Omit<HostClaim, 'lease'> & { lease: string; wasAsked: boolean; url: URL }

/** Does what is to be asked in one job, and gives back the hosts that it claimed. */
export async function travel<T>(
  app: App,
  act: (trip: Trip) => Promise<T>,
  goal: 'look' | 'page' = 'look',
): Promise<T> {
  const { hosts, pageBytes } = allowanceOf(app.config)
  const deadline = new Date(app.now().getTime() + LEASE / 2)
  const trip: Trip = {
    app,
    requests: MOST_REQUESTS,
    visits: MOST_VISITS,
    mostHosts: goal === 'page' ? Math.min(HOSTS_OF_A_PAGE, hosts) : hosts,
    bytes: goal === 'page' ? pageBytes : BODY_LIMIT,
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

/** Whether the trip may ask this host: it does, or has not been to too many. */
export function mayHold({ hosts, mostHosts }: Trip, { host }: URL): boolean {
  return hosts.has(host) || hosts.size < mostHosts
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
