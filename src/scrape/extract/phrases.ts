/**
 * How paragraphs begin that publishers put among the text of every article. They are matched at the
 * start only and in lower case; a paragraph that merely mentions the words is left alone.
 */
const OPENINGS: Record<string, string[]> = {
  // links to other articles
  related: [
    'also read',
    'also see',
    'auch interessant',
    'czytaj także',
    'czytaj też',
    'czytaj więcej',
    'ebenfalls interessant',
    'ebenfalls lesenswert',
    'foto:',
    'lees ook',
    'leggi anche',
    'lesen sie auch',
    'lesen sie hier',
    'lesen sie mehr',
    'les også',
    'läs mer',
    'läs också',
    'lire aussi',
    'læs også',
    'mehr zum thema',
    'more on this',
    'más información',
    'read also',
    'read more',
    'read next',
    'recommended reading',
    'related:',
    'related articles',
    'related stories',
    'see also',
    'te puede interesar',
    'the latest',
    'top stories',
    'weitere artikel',
    'à lire aussi',
    'ähnliche',
    'читайте также',
    'читайте також',
  ],
  // invitations to subscribe, follow, comment
  invitation: [
    'abonnieren sie',
    'download our app',
    'follow us on',
    'folgen sie uns',
    'for more stories',
    'get the latest',
    'join our whatsapp',
    'join the conversation',
    'leave a comment',
    'our website is the place for',
    'share this article',
    'sign up for',
    'sign up to',
    'subscribe to',
    'support our journalism',
    'want more',
  ],
  // who owns it and who helped
  credit: [
    '©',
    '(c) ',
    '<copyright',
    'all rights reserved',
    'copyright',
    'foto(s):',
    'fotos:',
    'photo:',
    'photos:',
    'reporting by',
    'with reporting by',
    'writing by',
    'editing by',
  ],
}

const OPENING = new RegExp(
  `^\\p{P}{0,3}(?:${Object.values(OPENINGS)
    .flat()
    .map((words) => words.replace(/[()]/g, '\\$&'))
    .join('|')})`,
  'iu',
)

/** What short paragraphs say that thank and date; looked for anywhere in them. */
const REMARKS =
  /contributed (?:to this (?:report|story|article)|reporting)|additional reporting by|ad block|(?:first|originally) published (?:by|in|on)/i

/** A date or a time, and the words beside one: such a line before the text is no standfirst. */
const DATED =
  /\b\d{1,2}[:.]\d{2}\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\b(?:published|updated|written by|erstellt|aktualisiert|publicerad|publisert|publié|publicado|opublikowano|aktualizacja|stand)\b/i
const DATED_LENGTH = 140 // characters

const LONG = 250 // characters; a longer paragraph says something of its own

/** Whether a paragraph begins as boilerplate does. */
export function isBoilerplate(text: string): boolean {
  return text.length <= LONG && (OPENING.test(text) || REMARKS.test(text))
}

/** Whether a line tells when and by whom the article was written. */
export function isDated(text: string): boolean {
  return text.length <= DATED_LENGTH && DATED.test(text)
}
