import { decodeXML } from 'entities'

const CDATA = '<![CDATA['
const SECTIONS = /<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)/g

/** What an element's markup says once XML is taken off: entities decoded once, CDATA as it stands. */
export function unwrap(markup: string): string {
  return withoutSections(markup, decodeXML)
}

/** The markup of XHTML, which stands in XML as it is. */
export function unwrapXhtml(markup: string): string {
  return withoutSections(markup, (text) => text)
}

function withoutSections(markup: string, read: (text: string) => string): string {
  if (!markup.includes('<!')) return markup.includes('&') ? read(markup) : markup
  const only = markup.startsWith(CDATA) && markup.indexOf(']]>') === markup.length - 3
  if (only) return markup.slice(CDATA.length, -3)
  let text = ''
  let from = 0
  for (const section of markup.matchAll(SECTIONS)) {
    text += read(markup.slice(from, section.index)) + (section[1] ?? '')
    from = section.index + section[0].length
  }
  return text + read(markup.slice(from))
}
