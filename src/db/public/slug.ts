/** A person's name in an address, exactly as the column `people.slug` makes it. */
export function personSlug(name: string): string {
  return name
    .replace(/[ /]/g, '-')
    .replace(/[.']/g, '')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

const WORDS = 12 // of a quotation, in its address

/** A quotation's key in an address: its first words. */
export function quotationSlug(key: string): string {
  return key.split(' ').slice(0, WORDS).join('-')
}

/** The keys that an address may stand for: the words alone, or with more after them. */
export function keyOfSlug(slug: string): { key: string; isOpen: boolean } {
  const words = slug.split('-')
  return { key: words.join(' '), isOpen: words.length >= WORDS }
}
