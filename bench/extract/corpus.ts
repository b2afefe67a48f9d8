import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'

/** What stands in a page, as somebody read it; a page that is no article has no text. */
const Truth = z.object({
  url: z.string(),
  title: z.string().optional(),
  authors: z.array(z.string()).optional(),
  published: z.string().nullish(),
  text: z.string().optional(),
})

export type Page = { id: string; url: string; html: string; truth: z.infer<typeof Truth> }

/** The articles of a corpus: `html/ID.html` or `html/ID.html.gz`, with `truth.json`. */
export function readCorpus(folder: string): Page[] {
  const text = readFileSync(join(folder, 'truth.json'), 'utf8')
  const truths = z.record(z.string(), Truth).parse(JSON.parse(text))
  return Object.entries(truths)
    .filter(([, truth]) => truth.text !== undefined)
    .map(([id, truth]) => ({ id, url: truth.url, html: htmlOf(join(folder, 'html', id)), truth }))
}

function htmlOf(path: string): string {
  const plain = `${path}.html`
  if (existsSync(plain)) return readFileSync(plain, 'utf8')
  return gunzipSync(readFileSync(`${plain}.gz`)).toString('utf8')
}
