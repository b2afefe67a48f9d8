/** A document cut at its entries: each entry's own markup, and all that stands around them. */
type Chunks = {
  /** `isWhole` is false for one in which the document ends. */
  entries: { markup: string; isWhole: boolean }[]
  around: string
}

const MOST_REPAIRS = 100 // unclosed CDATA sections of one document, so that time stays linear

/**
 * Cuts XML at the elements of this name, given as a pattern, before anything is parsed. So whatever
 * is broken in one of them, an open quotation mark or an unclosed element, is broken in no other.
 */
export function cutAt(xml: string, name: string): Chunks {
  const mark = new RegExp(`<!\\[CDATA\\[|<!--|<(/?)(?:${name})(?=[\\s/>])`, 'gi')
  const skip = { '<!--': commentSkipper(xml), '<![CDATA[': cdataSkipper(xml, name) }
  const chunks: Chunks = { entries: [], around: '' }
  let from = 0
  let isInside = false
  const leave = (to: number, isEntryNext: boolean) => {
    const markup = xml.slice(from, to)
    if (isInside) chunks.entries.push({ markup, isWhole: to < xml.length })
    else chunks.around += markup
    from = to
    isInside = isEntryNext
  }
  for (let match = mark.exec(xml); match; match = mark.exec(xml)) {
    const [found, slash] = match
    if (found === '<!--' || found === '<![CDATA[') mark.lastIndex = skip[found](mark.lastIndex)
    else if (!slash) leave(match.index, true)
    else if (isInside) leave(match.index, false)
  }
  leave(xml.length, false)
  return chunks
}

/** Tells where a comment that begins here ends; here, if it never does. */
function commentSkipper(xml: string): (at: number) => number {
  const last = xml.lastIndexOf('-->')
  return (at) => (at <= last ? xml.indexOf('-->', at) + 3 : at)
}

/**
 * Tells where a CDATA section that begins here ends; here, if it never does. One that holds another's
 * start and the end of its entry was left open by mistake, and ends where it begins.
 */
function cdataSkipper(xml: string, name: string): (at: number) => number {
  const last = xml.lastIndexOf(']]>')
  const entryEnd = new RegExp(`</(?:${name})\\s*>`, 'i')
  let repairs = 0
  return (at) => {
    if (at > last) return at
    const end = xml.indexOf(']]>', at)
    const next = xml.indexOf('<![CDATA[', at)
    if (next < 0 || next > end || repairs++ >= MOST_REPAIRS) return end + 3
    return entryEnd.test(xml.slice(at, next)) ? at : end + 3
  }
}
