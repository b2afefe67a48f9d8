/** Elements that never have content (HTML, 13.1.2). */
export const VOID_TAGS = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/** Elements that stand in a line of text; everything else begins a block of its own. */
export const INLINE_TAGS = new Set(
  `a abbr acronym amp-link b bdi bdo big cite code data del dfn em font i img ins kbd mark math meter
   nobr output picture q rb rp rt rtc ruby s samp small span strike strong sub sup time tt u var wbr`.split(
    /\s+/,
  ),
)

/** What an opening tag closes when it stands right inside of it (HTML, 13.1.2.4). */
export const CLOSED_BY_OPENING = new Map([
  ['li', new Set(['li', 'p'])],
  ['dt', new Set(['dt', 'dd', 'p'])],
  ['dd', new Set(['dt', 'dd', 'p'])],
  ['tr', new Set(['tr', 'td', 'th', 'p'])],
  ['td', new Set(['td', 'th', 'p'])],
  ['th', new Set(['td', 'th', 'p'])],
  ['option', new Set(['option'])],
  ['body', new Set(['head', 'title'])],
])

/** Blocks that may not stand in a paragraph, so that they end it. */
export const ENDS_PARAGRAPH = new Set(
  `address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3
   h4 h5 h6 header hr main menu nav ol p pre section table ul`.split(/\s+/),
)

/** Elements whose inside no reader of text sees: their content is never kept. */
export const UNSEEN_TAGS = new Set(
  `applet audio canvas datalist iframe math object optgroup option script style svg template
   textarea video xmp`.split(/\s+/),
)

/** Attributes that some rule reads; the others are dropped while parsing. */
export const READ_ATTRIBUTES = new Set(
  `alt aria-hidden aria-label charset class content data-component data-name data-qa data-testid
   data-type datetime hidden href http-equiv id itemprop itemscope itemtype lang name property rel
   role style title type`.split(/\s+/),
)
