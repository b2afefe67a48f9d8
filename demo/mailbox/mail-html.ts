/** A mail opens links in new, free windows; it gets no scripts, forms or origin of its own. */
export const SANDBOX = 'allow-popups allow-popups-to-escape-sandbox'

const BASE = '<base target="_blank">'

/** The mail as it was sent, but that its links leave the frame that it is shown in. */
export function framedHtml(html: string): string {
  const anchor = [/<head(\s[^>]*)?>/i, /<html(\s[^>]*)?>/i, /<!doctype[^>]*>/i].find((tag) =>
    tag.test(html),
  )
  return anchor ? html.replace(anchor, (tag) => tag + BASE) : BASE + html
}
