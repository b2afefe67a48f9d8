import { lineOf } from '../plain-text.ts'

const LONGEST = 100 // characters of a name; what is longer is a text
const LONGEST_CREDIT = 500 // characters of all names of an element
const MOST = 20 // authors of one item

const MAILBOX = /^(?:mailto:)?[^\s@()<>]+@[^\s@()<>]+\.[^\s@()<>]+$/i

/**
 * People's names from what a feed writes as authors: `a@b.example (Ann Lee)`, `Ann Lee <a@b.example>`,
 * `By Ann Lee`, `Ann Lee and Bo Ray`. An address of a mailbox is no name and is dropped.
 */
export function namesOf(credits: string[]): string[] {
  const names = credits
    .slice(0, MOST)
    .flatMap((credit) => partsOf(nameOf(lineOf(credit.slice(0, LONGEST_CREDIT)))))
    .filter((name) => name !== '' && name.length <= LONGEST && !MAILBOX.test(name))
  return [...new Set(names)].slice(0, MOST)
}

function nameOf(credit: string): string {
  const [, mailbox = '', inParentheses = ''] = /^(\S+) \((.*)\)$/.exec(credit) ?? []
  if (MAILBOX.test(mailbox)) return inParentheses.trim()
  return credit.replace(/\s*<?[^\s@<>]+@[^\s@<>]+>?\s*$/, '').replace(/^["“](.*)["”]$/, '$1')
}

/** Only between two whole names: "Simon and Schuster", "Lee, Ann" are one. */
function partsOf(credit: string): string[] {
  const parts = credit
    .replace(/^by\s+/i, '')
    .split(/\s*(?:,|;|&|\band\b)\s+(?:and\s+)?/)
    .map((part) => part.trim())
  return parts.every((part) => /\S\s\S/.test(part)) ? parts : [credit.replace(/^by\s+/i, '').trim()]
}
