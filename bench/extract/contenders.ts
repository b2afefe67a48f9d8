import { Readability } from '@mozilla/readability'
import { Defuddle } from 'defuddle/node'
import { parseHTML } from 'linkedom'
import { extract } from '../../src/scrape/extract.ts'

export type Read = { title: string; authors: string[]; published: string; text: string }

export type Contender = {
  name: string
  read: (page: { url: string; html: string }) => Read | Promise<Read>
}

export const OURS: Contender = {
  name: 'ours',
  read(page) {
    const { title, authors, published, paragraphs } = extract(page)
    return {
      title: title ?? '',
      authors,
      published: published ?? '',
      text: paragraphs.join('\n\n'),
    }
  },
}

const READABILITY: Contender = {
  name: 'Readability on linkedom',
  read({ html }) {
    const { document } = parseHTML(html)
    const article = new Readability(document).parse()
    return {
      title: article?.title ?? '',
      authors: article?.byline ? [article.byline] : [],
      published: article?.publishedTime ?? '',
      text: article?.textContent ?? '',
    }
  },
}

const DEFUDDLE: Contender = {
  name: 'Defuddle on linkedom',
  async read({ url, html }) {
    const { title, author, published, content } = await Defuddle(parseHTML(html).document, url)
    const { document } = parseHTML(`<html><body>${content}</body></html>`)
    return {
      title,
      authors: author ? author.split(/,\s*/) : [],
      published,
      text: document.body.textContent ?? '',
    }
  },
}

/** Who is measured, in the order of the table. */
export const CONTENDERS: Contender[] = [OURS, READABILITY, DEFUDDLE]
