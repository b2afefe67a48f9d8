import type { Page } from './corpus.ts'

const WORDS = 'The ferry to the outer islands will run again from Monday, the harbour office said. '
const SIZES = [10_000, 100_000, 1_000_000, 5_000_000] // bytes
const LARGEST_FOR_ALL = 1_000_000 // bytes; others take minutes for more

/** Articles of growing size, and a page of the worst kind that is as large as the largest. */
export function grownPages(): { label: string; page: Page; isForAll: boolean }[] {
  const articles = SIZES.map((size) => ({
    label: `${size / 1000} kB of article`,
    page: pageOf(`<p>${WORDS.repeat(4)}</p>`, size),
    isForAll: size <= LARGEST_FOR_ALL,
  }))
  const hostile = {
    label: '5000 kB of unclosed tags',
    page: pageOf('<div><b>', 5_000_000),
    isForAll: false,
  }
  return [...articles, hostile]
}

function pageOf(piece: string, size: number): Page {
  const body = piece.repeat(Math.ceil(size / piece.length))
  const html = `<html><head><title>The ferry is back</title></head><body><article><h1>The ferry is back</h1>${body}</article></body></html>`
  const url = 'https://islands.example/ferry'
  return { id: String(size), url, html, truth: { url } }
}
