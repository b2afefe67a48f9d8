import type { Block, Layout } from './blocks.ts'
import { textOf } from './json-ld.ts'
import { allOf } from './meta.ts'
import { type Moment, parseMoment } from './moment.ts'
import type { State } from './state.ts'
import { findMoment } from './text-dates.ts'
import type { El } from './tree.ts'

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'og:published_time',
  'datepublished',
  'cxenseparse:publishtime',
  'cxenseparse:recs:publishtime',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'citation_publication_date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'published_at',
  'date',
]
const MODIFIED_META = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
]

const BEFORE_TITLE = 3 // blocks above the headline among which a date may stand
const NEAR_TITLE = 15 // blocks behind the headline among which its date stands
const BELOW_TITLE = 60 // blocks behind it among which a labelled date may stand below the text
const DATE_LENGTH = 140 // characters of a line that tells the date
const SENTENCE_END = /[.!?。]$/
const DATE_PLACE = /^(?:author|meta|page|role|unseen)/ // where a date may stand, none of the text
const LABEL = /^(?:datum|date|erschienen|published|veröffentlicht|publié|publicado|pubblicato)\b/i

/**
 * When the article was published. What is stated in JSON-LD comes before meta, meta before elements,
 * all of that before the date that readers see by the headline. Never a date that is only modified.
 */
export function readPublished(
  state: State,
  times: El[],
  layout: Layout,
  titleAt: number,
): Moment | null {
  const stated = [
    textOf(state.article?.datePublished),
    ...allOf(state.meta, PUBLISHED_META),
    ...times.filter((el) => bears(el, 'datepublished')).map(momentText),
    textOf(state.article?.dateCreated),
  ]
  return firstMoment(stated) ?? shownMoment(times, layout.blocks, titleAt)
}

export function readModified(state: State, times: El[]): Moment | null {
  return firstMoment([
    textOf(state.article?.dateModified),
    ...allOf(state.meta, MODIFIED_META),
    ...times.filter((el) => bears(el, 'datemodified')).map(momentText),
  ])
}

/** The first that is a date; if it lacks its zone, a later one that gives the same clock with it. */
function firstMoment(texts: (string | null)[]): Moment | null {
  const moments = texts.flatMap((text) => {
    const moment = text ? parseMoment(text) : null
    return text && moment ? [{ ...moment, clock: clockOf(text) }] : []
  })
  const [first] = moments
  if (!first) return null
  const zoned = moments.find((other) => other.hasZone && other.clock === first.clock)
  const { iso, hasZone } = first.hasZone ? first : (zoned ?? first)
  return { iso, hasZone }
}

/** A date's text down to the minute, without its zone. */
function clockOf(text: string): string {
  return text.trim().replace('T', ' ').slice(0, 16)
}

/**
 * The date by the headline, or the only one of the page: in a `<time>` of its own, or in words; a
 * sentence is no date line.
 */
function shownMoment(times: El[], blocks: Block[], titleAt: number): Moment | null {
  const near = blocks.slice(Math.max(0, titleAt - BEFORE_TITLE), titleAt + NEAR_TITLE)
  const dated = times.filter((el) => el.tag === 'time' && el.attribs.datetime)
  const isLonely = new Set(dated.map((el) => el.attribs.datetime)).size === 1
  const marked = isLonely
    ? dated[0]
    : dated.find((el) => near.some(({ el: outer }) => holds(outer, el)))
  const moment = marked ? firstMoment([momentText(marked)]) : null
  if (moment) return moment
  const below = blocks.slice(titleAt + NEAR_TITLE, titleAt + BELOW_TITLE)
  const isLine = ({ text, linked, junk }: Block) =>
    (!junk || DATE_PLACE.test(junk)) &&
    text.length <= DATE_LENGTH &&
    linked < 0.5 &&
    (LABEL.test(text) || !SENTENCE_END.test(text))
  const lines = [...near.filter(isLine), ...below.filter(({ text }) => LABEL.test(text))]
  for (const { text } of lines) {
    const shown = findMoment(text.slice(0, DATE_LENGTH))
    if (shown) return shown
  }
  return null
}

function holds(outer: El, inner: El): boolean {
  for (let el: El | null = inner; el; el = el.parent) if (el === outer) return true
  return false
}

function bears(el: El, property: string): boolean {
  return (el.attribs.itemprop ?? '').toLowerCase().split(' ').includes(property)
}

function momentText({ attribs }: El): string | null {
  return attribs.datetime ?? attribs.content ?? null
}
