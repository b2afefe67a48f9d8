import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const text = z.string().trim().min(1)

const articleSchema = z.object({
  id: text,
  outlet: text,
  url: z.url({ protocol: /^https?$/ }),
  title: text,
  byline: text.nullish().transform((value) => value ?? null),
  /** ISO 8601 instant or day; null where the article bears no date. */
  published: z
    .union([z.iso.datetime({ offset: true }), z.iso.date()])
    .nullish()
    .transform((value) => value ?? null),
  lang: z
    .string()
    .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'not a language tag')
    .nullish()
    .transform((value) => value ?? 'en'),
  /** Paragraphs parted by a blank line. */
  text,
  revision_of: text.nullish().transform((value) => value ?? null),
})

/** An article as a publisher has it; a line of articles.ndjson. */
export type NewsArticle = z.infer<typeof articleSchema>

/** The same before it is checked: fields that may be unknown may also be left out. */
export type ArticleInput = z.input<typeof articleSchema>

export type Corpus = { articles: NewsArticle[]; modified: Date }

/**
 * Reads DIR/articles.ndjson. Throws an Error whose message names the file, and the line and the
 * field where it is broken, in words meant for whoever wrote the file.
 */
export async function readCorpus(dir: string): Promise<Corpus> {
  const file = join(dir, 'articles.ndjson')
  const { lines, modified } = await open(file)
  const articles = lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [{ article: parseLine(line, `${file}:${index + 1}`), index }],
  )
  if (articles.length === 0) throw new Error(`${file}: there is no article in it`)
  for (const { article, index } of articles) {
    const before = articles.filter((other) => other.index < index).map((other) => other.article)
    const clash = clashWith(article, before)
    if (clash !== null) throw new Error(`${file}:${index + 1}: ${clash}`)
  }
  return { articles: articles.map(({ article }) => article), modified }
}

/** Checks one article; throws an Error that begins with `where` and names the field. */
export function parseArticle(value: unknown, where: string): NewsArticle {
  const result = articleSchema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const field = issue === undefined || issue.path.length === 0 ? 'article' : issue.path.join('.')
  throw new Error(`${where}: ${field}: ${issue?.message ?? 'not an article'}`)
}

async function open(file: string): Promise<{ lines: string[]; modified: Date }> {
  try {
    const [content, { mtime }] = await Promise.all([readFile(file, 'utf8'), stat(file)])
    return { lines: content.split('\n'), modified: mtime }
  } catch (cause) {
    throw new Error(`${file}: cannot be read: does it exist?`, { cause })
  }
}

function parseLine(line: string, where: string): NewsArticle {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (cause) {
    throw new Error(`${where}: the line is not JSON`, { cause })
  }
  return parseArticle(value, where)
}

function clashWith(article: NewsArticle, before: NewsArticle[]): string | null {
  if (before.some((other) => other.id === article.id)) {
    return `id: ${article.id} stands on an earlier line too`
  }
  const same = before.find((other) => other.url === article.url)
  if (same !== undefined && article.revision_of === null) {
    return `url: ${same.id} has it too; a later text of the same page names it in revision_of`
  }
  return null
}
