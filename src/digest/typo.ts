/**
 * Big providers, from mailcheck's list of domains (MIT) and the largest of Germany, France, Italy.
 * Only names of five letters or more: one letter away from `gmx`, `live` or `aol` lie real domains.
 */
const PROVIDERS = [
  'btinternet.com',
  'comcast.net',
  'freenet.de',
  'gmail.com',
  'googlemail.com',
  'hotmail.co.uk',
  'hotmail.com',
  'hotmail.de',
  'hotmail.fr',
  'hotmail.it',
  'icloud.com',
  'laposte.net',
  'libero.it',
  'orange.fr',
  'outlook.com',
  'outlook.de',
  'outlook.fr',
  'proton.me',
  'protonmail.com',
  'rocketmail.com',
  't-online.de',
  'verizon.net',
  'yahoo.co.uk',
  'yahoo.com',
  'yahoo.de',
  'yahoo.fr',
  'yahoo.it',
]

/** Providers of their own, one letter away from a bigger one. */
const NEIGHBOURS = ['email.com', 'mail.com', 'ymail.com']

/** The address that was likely meant, where its domain is one slip from a big provider's. */
export function likelyMeant(address: string): string | null {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  if (PROVIDERS.includes(domain) || NEIGHBOURS.includes(domain)) return null
  const meant = PROVIDERS.find((provider) => isSlipOf(domain, provider))
  return meant ? `${address.slice(0, at)}@${meant}` : null
}

/** A slip in the name, or in `.com`: other endings are countries where the name exists as well. */
function isSlipOf(domain: string, provider: string): boolean {
  const [name, ending] = parts(domain)
  const [wanted, itsEnding] = parts(provider)
  if (name === wanted) return itsEnding === 'com' && isOneSlip(ending, 'com')
  return ending === itsEnding && isOneSlip(name, wanted)
}

function parts(domain: string): [name: string, ending: string] {
  const dot = domain.indexOf('.')
  return [domain.slice(0, dot), domain.slice(dot + 1)]
}

/** One letter more, less or other, or two beside each other swapped (Damerau 1964). */
function isOneSlip(typed: string, wanted: string): boolean {
  let from = 0
  while (from < typed.length && typed[from] === wanted[from]) from += 1
  const [left, right] = [typed.slice(from), wanted.slice(from)]
  const isSwapped = left.length > 1 && `${left[1]}${left[0]}${left.slice(2)}` === right
  const isOther = left.slice(1) === right.slice(1)
  return isSwapped || isOther || left.slice(1) === right || left === right.slice(1)
}
