import type { Cursor } from '../../db/public/page.ts'
import { cursorText } from '../cursor.ts'

type PagesProps = { path: string; isFirst: boolean; next: Cursor | null }

/** The way to earlier entries of a list, and back to the latest. */
export function Pages({ path, isFirst, next }: PagesProps) {
  if (isFirst && !next) return null
  return (
    <nav class="pages" aria-label="Pages">
      {isFirst ? <span /> : <a href={path}>The latest</a>}
      {next && (
        <a href={`${path}?after=${encodeURIComponent(cursorText(next))}`} rel="next">
          Earlier
        </a>
      )}
    </nav>
  )
}
