import { setTimeout as wait } from 'node:timers/promises'
import { type Chance, chanceOf } from '../chance.ts'
import { disturbProvider } from './faults.ts'
import { stopAHost, unsubscribeAs, wantScan } from './load.admin.ts'
import { confirmSomebody, leaveByLink, subscribeSomebody, tellOfMails } from './load.people.ts'
import { read } from './load.readers.ts'
import { nowIn, type World } from './world.ts'

export const SCAN_CRON = '*/15 * * * *'
export const HOURLY_CRON = '0 * * * *'

/** What goes on all the time: each kind, and how long it rests at most between two, in ms. */
const ACTORS: [(world: World, chance: Chance) => Promise<void> | void, number][] = [
  [read, 80],
  [read, 80],
  [subscribeSomebody, 1500],
  [confirmSomebody, 600],
  [leaveByLink, 1200],
  [tellOfMails, 500],
  [wantScan, 4000], // looks go before pages, and a life is short
  [stopAHost, 1500],
  [unsubscribeAs, 2500],
  [fireCrons, 3000],
  [disturbProvider, 400],
]

/** Puts a steady load on whatever life there is; returns what ends it. */
export function loadWorld(world: World, seed: number): () => Promise<void> {
  const end = new AbortController()
  const actors = ACTORS.map(async ([act, rest], nth) => {
    const chance = chanceOf(seed + nth)
    while (!end.signal.aborted) {
      if (world.life) await act(world, chance)
      await wait(10 + chance.below(rest))
    }
  })
  return async () => {
    end.abort()
    await Promise.all(actors)
  }
}

/** Both crons that do work, as of now; one that dies with the Worker is nothing to tell. */
export async function fireCrons(world: World): Promise<void> {
  const { life, book } = world
  for (const cron of [SCAN_CRON, HOURLY_CRON]) {
    await life?.cron(cron, nowIn(world)).catch((error: unknown) => {
      if (world.life === life) book.troubles.push(String(error))
    })
  }
}
