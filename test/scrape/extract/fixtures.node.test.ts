import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { extract } from '../../../src/scrape/extract.ts'

type Truth = {
  url: string
  kind: string
  title?: string
  authors?: string[]
  published?: string | null
  text?: string
}

const folder = new URL('../../../bench/fixtures/extract/', import.meta.url)
const truths: Record<string, Truth> = JSON.parse(
  readFileSync(new URL('truth.json', folder), 'utf8'),
)

for (const [id, truth] of Object.entries(truths))
  test(`the page "${id}" is read as its truth says`, () => {
    const html = readFileSync(new URL(`html/${id}.html`, folder), 'utf8')
    const { kind, title, authors, published, paragraphs } = extract({ url: truth.url, html })
    expect(kind).toBe(truth.kind)
    if (truth.kind !== 'article') return expect(paragraphs).toEqual([])
    expect({ title, authors, text: paragraphs.join('\n\n') }).toEqual({
      title: truth.title,
      authors: truth.authors,
      text: truth.text,
    })
    expect(published?.slice(0, 16)).toBe(truth.published?.slice(0, 16))
  })
