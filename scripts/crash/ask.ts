import type { World } from './world.ts'

const PATIENCE = 120_000 // milliseconds

/** An answer; done unless it says no. */
export type Said = { status: number; isDone: boolean; text: string }

/**
 * Asks the Worker that lives; null where none does, or where it died over it: then nobody knows
 * whether it was done. An answer of 5xx is noted as trouble.
 */
export async function ask(
  world: World,
  path: string,
  init: RequestInit = {},
): Promise<Said | null> {
  const { book, life } = world
  if (!life) return null
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    const response = await fetch(life.url + path, { redirect: 'manual', signal, ...init })
    const { status } = response
    const said = { status, isDone: status < 400, text: await response.text() }
    if (status >= 500 && world.life === life) {
      book.troubles.push(`${path} answered ${status}: ${said.text.slice(0, 200)}`)
    }
    return said
  } catch (error) {
    if (world.life === life) book.troubles.push(`${path}: ${String(error)}`)
    book.cutOff += 1
    return null
  }
}

/** Asks for an act of an admin. */
export async function askAdmin(world: World, path: string, body: object): Promise<Said | null> {
  const { ADMIN_TOKEN } = world.build.secrets
  return await ask(world, `/api/admin${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
