import type { PageKind } from '../../article.ts'
import type { Layout } from './blocks.ts'
import { widthOf } from './prose.ts'

const ARTICLE_WIDTH = 250 // letters; a shorter text is no article, unless the page states that it is

export type Verdict = { kind: PageKind; reason: string | null }

export function judge(layout: Layout, paragraphs: string[]): Verdict {
  const width = paragraphs.reduce((sum, text) => sum + widthOf(text), 0)
  if (width >= ARTICLE_WIDTH) return { kind: 'article', reason: null }
  return { kind: 'empty', reason: `${layout.blocks.length} pieces of text, no article among them` }
}
