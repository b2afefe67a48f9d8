import { z } from 'zod'

const MOST_NEWEST = 500 // of a sitemap; what it shows of older articles is not news
const PAGE = '{page}'

const webAddress = z.url({ protocol: /^https?$/ })
const pagedAddress = webAddress.refine((url) => url.includes(PAGE), `has no ${PAGE} in it`)
const pattern = z.string().min(1).refine(isPattern, 'no regular expression')
const selector = z.string().trim().min(1)

/** Where something stands in an element: its text, or the attribute `value` of what is selected. */
const place = z.union([selector, z.strictObject({ selector, value: z.string().min(1) })])

const common = {
  id: z.string().regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens'),
  outlet: z.string().trim().min(1),
  /** Where the outlet's readers find it; a link to it thanks the publisher. */
  home: webAddress,
  /** Why the address is doubtful, where nobody has seen it answer; null once somebody has. */
  unverified: z.string().min(1).nullable().default(null),
}

/** RSS, Atom or JSON Feed: what is new, as often as the feed allows. */
const feed = z.strictObject({ ...common, kind: z.literal('feed'), url: webAddress })

/**
 * A site's own feed of a search or a tag, in pages. Looks read its first page; the history is read page
 * by page until one answers 404 or shows nothing new. `oldestFirst` is the same turned round, where the
 * site can: its pages stay what they are while news come in.
 */
const search = z.strictObject({
  ...common,
  kind: z.literal('search'),
  url: pagedAddress,
  oldestFirst: pagedAddress.optional(),
  firstPage: z.int().min(0).default(1),
})

/**
 * A sitemap, a news sitemap or an index of them, gzip or not. Of its addresses only those count whose
 * path fits `path`, and of those the `newest`; of an index's sitemaps those that fit `children`.
 */
const sitemap = z.strictObject({
  ...common,
  kind: z.literal('sitemap'),
  url: webAddress,
  path: pattern.optional(),
  children: pattern.optional(),
  newest: z.int().min(1).max(MOST_NEWEST).default(200),
})

/** A page that lists articles, for a site without a feed; in pages where its address has `{page}`. */
const listing = z.strictObject({
  ...common,
  kind: z.literal('listing'),
  url: webAddress,
  firstPage: z.int().min(0).default(1),
  select: z.strictObject({
    /** One article's teaser; the others are looked for inside of it. */
    item: selector,
    title: place,
    url: place.default({ selector: 'a[href]', value: 'href' }),
    published: place.optional(),
    authors: place.optional(),
    summary: place.optional(),
  }),
})

/** A search over the news of many outlets, by an API that needs no key. */
const newsApi = z.strictObject({
  ...common,
  kind: z.literal('news-api'),
  api: z.enum(['gdelt']),
  url: webAddress.default('https://api.gdeltproject.org/api/v2/doc/doc'),
  query: z.string().trim().min(3),
  /** The least time between two calls, in seconds; what the API asks for, or more. */
  minGapSeconds: z.number().min(5).default(5),
})

const KINDS = [feed, search, sitemap, listing, newsApi] as const

/** A configured place to look; the form of an entry of config/sources.ts. A feed need not say so. */
const sourceSchema = z.preprocess(
  withKind,
  z.discriminatedUnion('kind', KINDS, {
    error: ({ code }) =>
      code === 'invalid_union'
        ? `no such kind; there are ${KINDS.map(({ shape }) => shape.kind.value).join(', ')}`
        : undefined,
  }),
)

export type Source = z.infer<typeof sourceSchema>
export type SourceOf<Kind extends Source['kind']> = Extract<Source, { kind: Kind }>

/**
 * All sources; an error names the source and the field. No two may share an id, nor an address, save
 * that one API may be asked several things.
 */
export const sourcesSchema = z
  .array(sourceSchema)
  .min(1)
  .superRefine((sources, context) => {
    for (const field of ['id', 'url'] as const) {
      const seen = new Set<string>()
      sources.forEach((source, index) => {
        if (field === 'url' && source.kind === 'news-api') return
        if (seen.has(source[field])) {
          context.addIssue({
            code: 'custom',
            path: [index, field],
            message: `${source[field]} is there twice`,
          })
        }
        seen.add(source[field])
      })
    }
  })

/** The sources of an unknown value; throws an Error whose message names each bad entry and field. */
export function parseSources(value: unknown): Source[] {
  const parsed = sourcesSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const complaints = parsed.error.issues.map(({ path, message }) => {
    const [index, ...fields] = path
    const entry = Array.isArray(value) && typeof index === 'number' ? value[index] : undefined
    const name =
      entry && typeof entry === 'object' && 'id' in entry ? String(entry.id) : `#${String(index)}`
    return `source ${name}: ${fields.join('.') || 'entry'}: ${message}`
  })
  throw new Error(complaints.join('; '))
}

/** The outlets of sources, each once, with the homes that their readers know. */
export function outletsOf(sources: Source[]): { outlet: string; home: string }[] {
  return [...new Map(sources.map(({ outlet, home }) => [outlet, { outlet, home }])).values()]
}

/** The address of one of its pages, for an address with `{page}`; another is left as it is. */
export function pageAddress(address: string, page: number): string {
  return address.replaceAll(PAGE, String(page))
}

function withKind(entry: unknown): unknown {
  return entry !== null && typeof entry === 'object' && !('kind' in entry)
    ? { kind: 'feed', ...entry }
    : entry
}

function isPattern(text: string): boolean {
  try {
    new RegExp(text)
    return true
  } catch {
    return false // a SyntaxError
  }
}
