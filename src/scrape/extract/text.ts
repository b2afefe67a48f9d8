/** Soft hyphens and marks of no width say nothing; joiners (U+200C, U+200D) are letters' own. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: pages contain them, readers do not see them
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g
const SPACE = /\s+/g
const WORDS = /[\p{L}\p{N}]+/gu

/** Anything but Latin letters and single spaces; most text has nothing of it. */
const UNTIDY = /[^ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e]| {2}/

/** Text as a reader sees it: one line, single spaces, NFC, nothing that is not seen. */
export function tidy(text: string): string {
  const trimmed = text.trim()
  if (!UNTIDY.test(trimmed)) return trimmed
  return trimmed
    .replace(UNSEEN, '')
    .replace(CONTROL, ' ')
    .replace(SPACE, ' ')
    .trim()
    .normalize('NFC')
}

/** Text as it is compared: words alone, in lower case, parted by a space. */
export function fold(text: string): string {
  return (text.normalize('NFKC').toLowerCase().match(WORDS) ?? []).join(' ')
}

/** Markup taken out of a text that was stated in JSON or an attribute; quick, not a parser. */
export function withoutMarkup(text: string): string {
  if (!text.includes('<')) return text
  return text.replace(/<\/?[a-z][^<>]{0,2000}>/gi, ' ')
}
