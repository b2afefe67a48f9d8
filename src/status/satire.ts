import type { Article } from '../article.ts'

/** What a satirist says of himself, lower case. Example: "the filmmaker did not tell us". */
const MARKS =
  /\b(?:satire|satirical|parody|april fools?|april fool's|spoof article)\b|\b(?:did not|didn.t|never) (?:actually )?(?:tell|told|say to) us\b|\bwe (?:just )?made (?:this|it|that|all of this) up\b|\bnone of this is (?:real|true)\b|\bback to (?:real|actual) news\b|\b(?:reported|claimed|confirmed) no ?one\b/

/** How satirists tell news, at the start of a paragraph. Example: "At press time, the studio had…" */
const MANNER =
  /^at press time,|^(?:local|area) (?:man|woman|fan|director|father|mother)\b|^in what (?:experts|insiders|witnesses) are calling\b/

const SECTION = /\/(?:satire|parody|humou?r|jokes?|april-fools?)\//

/** Whether an article is a joke and says so: nothing in it is a statement. */
export function isSatire({ url, title, paragraphs }: Article): boolean {
  if (SECTION.test(url)) return true
  const texts = [title, ...paragraphs].map((text) => text.trim().toLowerCase())
  return texts.some((text) => MARKS.test(text) || MANNER.test(text))
}
