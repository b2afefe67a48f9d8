import { tidy } from './text.ts'
import type { El, Tree } from './tree.ts'

/** What `<meta>` says, by lower-case name or property: every value, in order. */
export type Meta = Map<string, string[]>

const VALUES_LIMIT = 50 // values kept of one name

export function readMeta(tree: Tree): Meta {
  const meta: Meta = new Map()
  for (const { attribs } of tree.metas) {
    const value = tidy(attribs.content ?? '')
    if (value === '') continue
    for (const key of new Set([
      attribs.name,
      attribs.property,
      attribs.itemprop,
      attribs['http-equiv'],
    ])) {
      if (!key) continue
      const name = key.toLowerCase()
      const values = meta.get(name)
      if (!values) meta.set(name, [value])
      else if (values.length < VALUES_LIMIT) values.push(value)
    }
  }
  return meta
}

/** The first value of the first of these names that is stated. */
export function firstOf(meta: Meta, names: readonly string[]): string | null {
  for (const name of names) {
    const value = meta.get(name)?.[0]
    if (value) return value
  }
  return null
}

/** Every value of these names, in their order. */
export function allOf(meta: Meta, names: readonly string[]): string[] {
  return names.flatMap((name) => meta.get(name) ?? [])
}

/** The address of the first `<link>` with this relation. */
export function linkOf(links: El[], relation: string): string | null {
  const link = links.find(({ attribs }) =>
    (attribs.rel ?? '').toLowerCase().split(' ').includes(relation),
  )
  return link?.attribs.href || null
}
