import type { Cursor } from '../../db/public/page.ts'

/** The place after which a page of a list begins, as its address has it; null for none or a bad one. */
export function afterOf(text: string | undefined): Cursor | null {
  const [, moment, id] = /^(\d{4}-[\d:.TZ-]+)_(.+)$/.exec(text ?? '') ?? []
  return moment && id ? { moment, id } : null
}

/** A place as an address has it. */
export function cursorText({ moment, id }: Cursor): string {
  return `${moment}_${id}`
}

type PagesProps = { path: string; isFirst: boolean; next: string | null }

/** The way to earlier entries of a list, and back to the latest. */
export function Pages({ path, isFirst, next }: PagesProps) {
  if (isFirst && !next) return null
  return (
    <nav class="pages" aria-label="Pages">
      {isFirst ? <span /> : <a href={path}>The latest</a>}
      {next && (
        <a href={`${path}?after=${encodeURIComponent(next)}`} rel="next">
          Earlier
        </a>
      )}
    </nav>
  )
}
