import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { z } from 'zod'
import { adminsOf } from '../src/admins.ts'
import { wordsOf } from './failure.ts'

/** Calls the admin's endpoints of a site; throws an Error in the site's own words. */
export type Admin = {
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>
  post<T>(path: string, body: object, schema: z.ZodType<T>): Promise<T>
}

const problemSchema = z.looseObject({ title: z.string(), detail: z.string() })

/** Where a local run answers. */
export const SITE = 'http://localhost:8787'

/** Where a command finds the site and the token, for its help. */
export const ADMIN_HELP = `  --site URL   of the site (${SITE})
  ADMIN_TOKEN  from the environment, else from .dev.vars`

/** The admin of a site, with the token of the environment or of .dev.vars. */
export function adminOf(site: string): Admin {
  const secret = process.env.ADMIN_TOKEN || fromDevVars()
  if (!secret)
    throw new Error('ADMIN_TOKEN is not set: give it in the environment or in .dev.vars.')
  const token = adminsOf(secret)[0]?.token ?? secret // the first of several
  const call = async <T>(path: string, init: RequestInit, schema: z.ZodType<T>): Promise<T> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const url = new URL(path, site)
    const response = await fetch(url, { ...init, headers }).catch((error: Error) => {
      throw new Error(`${url.origin} cannot be reached: ${wordsOf(error.cause ?? error)}`)
    })
    const answer: unknown = await response.json().catch(() => null)
    if (response.ok) return schema.parse(answer)
    const problem = problemSchema.safeParse(answer).data
    throw new Error(`${url} answers ${response.status}: ${problem?.detail ?? 'no reason given'}`)
  }
  return {
    get: (path, schema) => call(path, {}, schema),
    post: (path, body, schema) =>
      call(path, { method: 'POST', body: JSON.stringify(body) }, schema),
  }
}

function fromDevVars(): string | undefined {
  if (!existsSync('.dev.vars')) return undefined
  return parseEnv(readFileSync('.dev.vars', 'utf8')).ADMIN_TOKEN
}
