import type { Article } from '../article.ts'

/** What only a joke says of itself, lower case. Example: "back to real news tomorrow". */
const SURE =
  /\bsatirical (?:magazine|news|newspaper|publication|site|website)\b|\bspoof article\b|\bwe (?:just )?made (?:this|it|that|all of this) up\b|\bnone of this is (?:real|true)\b|\bback to (?:real|actual) news\b|\bhappy april fool|\bthis (?:is|was) an april fool/

/** “It is greenlit,” the boss did not tell us. */
const UNSAID =
  /["”»’] (?:[\p{L}'-]+ ){1,5}(?:did not|didn.t|never) (?:actually )?(?:tell|told|say to) us\b/u

/** A genre too: only said of the page or its outlet it tells that the page is a joke. */
const GENRE = /\b(?:satire|satirical|parody|humou?r)\b/
const OF_ITSELF =
  /\b(?:this (?:article|page|piece|post|publication|site|story|website)|we are|not (?:actual |real )?news|not real|fictional)\b/

/** Said of the outlet itself. Example: "The Salt Lamp is made up." */
const INVENTED =
  /\bis (?:all |completely |entirely )?(?:a work of fiction|fiction|fictional|invented|made up)\b/

/** What reporters may write once, and satirists do all the time. */
const MAYBE = [
  /\b(?:did not|didn.t|never) (?:actually )?(?:tell|told|say to) us\b/,
  /\b(?:reported|claimed|confirmed) no ?one\b/,
  /^in what (?:experts|insiders|witnesses) are calling\b/,
  /^(?:local|area) (?:man|woman|fan|father|mother)\b/,
]

/** How satirists end; "At press time, the studio had not commented" is a reporter's. */
const ENDING =
  /^at press time, (?!.{0,80}\b(?:comment|declined|no word|not (?:respond|return|repl)|reached|representatives?|reps?|unclear)\b)/

/** An outlet that calls itself funny. Example: "The Daily Spoof". */
const FUNNY =
  /\b(?:droll|farce|hoax|jester|lampoon|mock|mockery|parody|sardonic|satire|satirical|satirist|spoof|wry)\b/

const SECTION = /\/(?:satire|parody|humou?r|jokes?|april-fools?)\//

/** Nothing without it is a mark of satire: looked for first, because most paragraphs have none. */
const HINT =
  /satir|parody|humou?r|spoof|made |none of this|back to (?:real|actual) news|april fool|(?:tell|told|say to) us|no ?one|fiction|invented|^at press time|^in what |^(?:local|area) /

/** Whether an article is a joke and says so: nothing in it is a statement. */
export function isSatire({ outlet, url, title, paragraphs }: Article): boolean {
  if (SECTION.test(url)) return true
  const texts = [title, ...paragraphs]
    .map((text) => text.trim().toLowerCase())
    .filter((text) => HINT.test(text))
  const name = outlet.toLowerCase()
  if (FUNNY.test(name)) return true
  const isSelf = (text: string) => text.includes(name) || OF_ITSELF.test(text)
  if (texts.some((text) => SURE.test(text) || UNSAID.test(text) || ENDING.test(text))) return true
  if (texts.some((text) => GENRE.test(text) && isSelf(text))) return true
  if (texts.some((text) => text.includes(`${name} is`) && INVENTED.test(text))) return true
  return MAYBE.filter((mark) => texts.some((text) => mark.test(text))).length >= 2
}
