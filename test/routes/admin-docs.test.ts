import { expect, test } from 'vitest'
import manual from '../../docs/admin.md?raw'
import { routesOf } from '../limits/request.ts'
import { openWeb } from '../scrape/web.ts'

/** They tell addresses, and no page does. */
const FOR_PROGRAMS = ['keys', 'keys/rotate', 'subscribers/export', 'subscribers/import']

test('docs/admin.md tells each page of an admin and each act on it, and no other', () => {
  const rows = [...manual.matchAll(/^\| `\/admin(\S*)` .*\|(.*)\|$/gm)]
  const told = rows.flatMap(([, page = '', acts = '']) => {
    const paths = [...acts.matchAll(/`([/…]\S*)`/g)].map(([, path = '']) => path)
    return [`GET ${page}`, ...paths.map((path) => `POST ${path.replace('…', page)}`)]
  })
  expect(told.toSorted()).toEqual(ofAdmin().toSorted())
})

test('docs/admin.md names what only programs are told', () => {
  for (const path of FOR_PROGRAMS) expect(manual).toContain(`\`/api/admin/${path}\``)
})

/** What is asked for as JSON, as `METHOD /path` below /api/admin. */
function ofAdmin(): string[] {
  return routesOf(openWeb({}).app)
    .filter(({ path }) => /^\/api\/admin(?:\/|$)/.test(path))
    .map(({ method, path }) => ({ method, path: path.slice('/api/admin'.length) }))
    .filter(({ path }) => !FOR_PROGRAMS.includes(path.slice(1)))
    .map(({ method, path }) => `${method} ${path.replace(':id', 'ID').replace(':number', 'N')}`)
}
