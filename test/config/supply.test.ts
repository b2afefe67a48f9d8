import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { licencesPage } from '../../scripts/licences.ts'

type Locked = { license?: string; hasInstallScript?: boolean; optional?: boolean }

const read = (path: string) => readFileSync(path, 'utf8')
const manifest = JSON.parse(read('package.json'))
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
const locked = Object.entries(packages).filter(([path]) => path !== '')
const nameOf = (path: string) => path.split('node_modules/').at(-1) ?? path

test('only the packages that are named may run a script when they are installed', () => {
  const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript)
  expect(scripted.map(([path]) => nameOf(path)).sort()).toEqual(
    Object.keys(manifest.allowScripts).sort(),
  )
})

// Weak copyleft stays with tools that are run and never shipped.
const FREE =
  /^\(?(MIT|MIT-0|0BSD|ISC|Apache-2\.0|BSD-[23]-Clause|CC0-1\.0|Unlicense|BlueOak-1\.0\.0)\b/
const TOOLS_ONLY = /^(MPL-2\.0|LGPL-3\.0-or-later)$/

test('every package has a licence that lets us use it, and a deploy has permissive ones only', () => {
  const shipped = licencesPage(read('package-lock.json'))
  const known = locked.filter(([, { license, optional }]) => license || !optional)
  expect(known.length).toBeGreaterThan(300)
  for (const [path, { license = '' }] of known) {
    const isShipped = shipped.includes(`| ${nameOf(path)} `)
    expect(FREE.test(license) || (!isShipped && TOOLS_ONLY.test(license)), path).toBe(true)
  }
})

test('the list of licences is that of the lock file', () => {
  expect(read('docs/licences.md')).toBe(licencesPage(read('package-lock.json')))
})
