/** What the parser and the layout must know of an element by its name. */
export type Tag = {
  name: string
  isVoid: boolean
  isInline: boolean
  isUnseen: boolean
  /** Whether it may not stand in a paragraph, so that it ends one. */
  endsParagraph: boolean
  /** What its start tag closes when it stands right inside of it. */
  closes: ReadonlySet<string> | null
}

/** Elements that never have content (HTML, 13.1.2). */
const VOID_TAGS = setOf('area base br col embed hr img input link meta param source track wbr')

/** Elements that stand in a line of text; everything else begins a block of its own. */
export const INLINE_TAGS = setOf(
  `a abbr acronym amp-link b bdi bdo big cite code data del dfn em font i img ins kbd mark math meter
   nobr output picture q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr`,
)

/** Blocks that may not stand in a paragraph (HTML, 13.1.2.4). */
const PARAGRAPH_ENDING_TAGS = setOf(
  `address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3
   h4 h5 h6 header hr main menu nav ol p pre section table ul`,
)

/** Elements whose inside no reader of text sees: their content is never kept. */
const UNSEEN_TAGS = setOf(
  `applet audio canvas datalist iframe math object optgroup option script style svg template textarea
   video xmp`,
)

/** What a start tag closes (HTML, 13.1.2.4). */
const CLOSES = new Map([
  ['li', setOf('li p')],
  ['dt', setOf('dt dd p')],
  ['dd', setOf('dt dd p')],
  ['tr', setOf('tr td th p')],
  ['td', setOf('td th p')],
  ['th', setOf('td th p')],
  ['option', setOf('option')],
  ['body', setOf('head title')],
])

/** Attributes that some rule reads; the others are dropped while parsing. */
export const READ_ATTRIBUTES = setOf(
  `aria-hidden class content data-component data-qa data-testid data-type datetime hidden href
   http-equiv id itemprop lang name property rel role style type`,
)

const KNOWN_LIMIT = 1000 // names remembered; a page of made-up elements must not fill the memory
const known = new Map<string, Tag>()

/** What is known of an element's name; the same object for the same name. */
export function tagOf(name: string): Tag {
  const found = known.get(name)
  if (found) return found
  const tag = {
    name,
    isVoid: VOID_TAGS.has(name),
    isInline: INLINE_TAGS.has(name),
    isUnseen: UNSEEN_TAGS.has(name),
    endsParagraph: PARAGRAPH_ENDING_TAGS.has(name),
    closes: CLOSES.get(name) ?? null,
  }
  if (known.size < KNOWN_LIMIT) known.set(name, tag)
  return tag
}

function setOf(names: string): ReadonlySet<string> {
  return new Set(names.split(/\s+/))
}
