import type { Block } from './blocks.ts'

const LONG = 250 // characters; a longer paragraph says something of its own
const SHORT = 40 // characters of a line that is a label
const DATED_LENGTH = 140 // characters of a line that dates an article

/** How links to other articles begin; in a sentence that links nowhere they mean what they say. */
const RELATED = openingOf([
  'also read',
  'also see',
  'auch interessant',
  'czytaj także',
  'czytaj też',
  'czytaj więcej',
  'ebenfalls interessant',
  'ebenfalls lesenswert',
  'lees meer',
  'lees ook',
  'leggi anche',
  'lesen sie auch',
  'lesen sie hier',
  'lesen sie mehr',
  'lesen sie weiter',
  'les mer',
  'les også',
  'läs mer',
  'läs också',
  'lire aussi',
  'læs også',
  'lue myös',
  'mehr zum thema',
  'more from',
  'more on this',
  'most popular',
  'most read',
  'más información',
  'read also',
  'read more',
  'read next',
  'recommended',
  'related',
  'see also',
  'te puede interesar',
  'the latest',
  'top stories',
  'trending',
  'weitere artikel',
  'weitere themen',
  'à lire aussi',
  'ähnliche artikel',
  'ähnliche themen',
  'читайте также',
  'читайте також',
])

/** How publishers ask for something, and what for: both must be there. */
const INVITATION = openingOf([
  'abonnieren sie',
  'click here',
  'download',
  'follow',
  'folgen sie',
  'for more',
  'get',
  'join',
  'leave',
  'our website',
  'receive',
  'share',
  'sign up',
  'stay informed',
  'stay up to date',
  'subscribe',
  'support our',
  'want more',
])
const OFFERED =
  /\b(?:alerts|app|bookmark|breaking news|channel|comment|facebook|inbox|instagram|journalism|newsletter|podcast|stories|subscri|telegram|threads|twitter|updates|whatsapp|x\.com)/i

/** Who owns it and who helped, with the capital or sign that makes it so. */
const CREDIT =
  /^[\p{P}\s]{0,3}(?:©|<copyright|\(c\) |(?:copyright|©) {0,2}(?:©|\(c\)|\d{4})|all rights reserved|fotos?(?:\(s\))?:|photos?:|(?:with |additional )?(?:reporting|writing|editing) by \p{Lu})/iu

/** Who is named with a colon behind it: desks and translators; and what is to be watched. */
const LABELLED =
  /^\(?(?:redaktion|translat|übersetzung|in pictures|listen|podcast|video|watch)\b[^.]{0,20}[:|]/iu
const LABELLED_LENGTH = 100 // characters of such a line

/** Remarks of the desk, anywhere in a short paragraph. */
const REMARK =
  /contributed (?:to this (?:report|story|article)|reporting)|additional reporting by|\bad block|(?:first|originally) published (?:by|in|on)/i

/** An address to write to. */
const CONTACT = /[\w.-]{1,60}@[\w-]{1,60}\.\w{2}/
const CONTACT_LENGTH = 120 // characters of a line that asks to be written to

/** A date or a time, and the words beside one: such a line before the text is no standfirst. */
const DATED =
  /\b\d{1,2}[:.]\d{2}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\b(?:published|updated|written by|erstellt|aktualisiert|publicerad|publisert|publié|publicado|opublikowano|aktualizacja|stand|\d{1,5} (?:comments?|kommentare))\b/i

/** Whether a paragraph is what publishers put among the text of every article. */
export function isBoilerplate({ text, linked }: Block): boolean {
  if (text.length > LONG) return false
  if (CREDIT.test(text) || REMARK.test(text)) return true
  if (text.length < LABELLED_LENGTH && LABELLED.test(text)) return true
  if (text.length < CONTACT_LENGTH && CONTACT.test(text)) return true
  if (INVITATION.test(text)) return OFFERED.test(text)
  return RELATED.test(text) && (linked > 0.2 || text.endsWith(':') || text.length < SHORT)
}

/** Whether a line tells when and by whom the article was written. */
export function isDated(text: string): boolean {
  return text.length <= DATED_LENGTH && DATED.test(text)
}

function openingOf(phrases: string[]): RegExp {
  return new RegExp(`^[\\p{P}\\p{S}\\s]{0,4}(?:${phrases.join('|')})(?!\\p{L})`, 'iu')
}
