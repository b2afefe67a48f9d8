import { fold, tidy, withoutMarkup } from './text.ts'

/** Whom a byline names: people, and the agencies, desks and sites that stand for people. */
type Credit = { people: string[]; organisations: string[] }

/** Words before a name, in the languages of bylines. */
const LEAD_IN =
  /^(?:(?:written|words|text|story|reported|reporting|review|interview|analysis|analyse|essay|gastbeitrag|glosse|kolumne|kommentar|kritik|opinion|reportage|rezension|tekst|texto|testo|texte)(?: by| von|:)|(?:autor|autorin|autorin\/autor|author|authors|автор|penulis|yazar|redacción|von|by|par|por|di|av|af|door|da|oleh):?)\s+/iu

/** What parts several names. */
const PARTS = /[,;|/·•、]|\s[-–—]\s|\s(?:and|und|et|y|e|og|och|en|i|ve|dan|и|та|&|\+)\s/giu

/** What begins behind a name without a sign between: when it was published. */
const DATED =
  /\d|(?:^|[\s(])(?:published|posted|updated|veröffentlicht|erstellt|aktualisiert|stand|publié|publicado|publicerad|publisert|pubblicato|opublikowano)\b/iu

/** For whom they wrote it: "Jane Doe The Associated Press". */
const AGENCY_TAIL =
  /(\S\s\S{1,40})\s(?:for |the |of )*(?:associated press|canadian press|reuters|afp|dpa|ap)$/iu

/** Last name first: "Doe, Jane". */
const TURNED = /^(\p{Lu}[\p{L}'’-]{1,40}), (\p{Lu}[\p{L}'’.-]{1,40})$/u

/** Where they wrote it: "Jane Doe in London". */
const PLACE = /\s(?:in|aus|à)\s\p{Lu}.{0,60}$/u

const TITLES = /^(?:dr|prof|mr|mrs|ms|sir|dipl|ing|mag)\.?\s/iu
const ROLE_TAIL = /\s?(?:기자|특파원|記者|特派員|論説委員)$/u

/** Words of agencies and sites. */
const ORGANISATION_WORDS = new Set(
  `abc afp agence agencia agencies agency agentur agenzia ajansı anadolu ap apa associated bbc cnn
   condé dpa epd gazetesi kna reuters sda sid tass ukrinform xinhua
   channel deutschland digital facebook gazette haber instagram journal magazine media merkezi
   nachrichten network news newspaper online post press presse publishing radio times tribune tv
   twitter verlag wire www zeitung オンライン デジタル 新聞`.split(/\s+/),
)

/** Words of desks and roles: they name nobody. */
const ROLE_WORDS = new Set(
  `admin administrator board bot bureau contributors crew desk redaccion redacción redaktion
   redacao redazione redaksi redaktör rédaction newsroom staff studio team webmaster
   analyst author chief columnist contributor correspondent critic director editor editorial editors
   executive freelance gastautor head jefe journalist lecturer manager photographer producer
   professor redakteur redakteurin reporter reporters senior specialist strategist writer
   writers`.split(/\s+/),
)

/** Words of a name that are written small. */
const PARTICLES = new Set(
  `af al av bin da de del della den der di dos du e el la le ten ter van von y zu`.split(' '),
)

/** A single word in capitals: NDR, TASS. */
const ACRONYM = /^[A-Z]{2,5}$/

const LONGEST = 60 // characters of one name
const MOST_WORDS = 6
const OUTLET_WORD = 4 // letters of a word that a host can be recognised by

/** Reads a byline; a handle, an address and a role are nobody. */
export function readCredit(byline: string, outlets: string[]): Credit {
  const credit: Credit = { people: [], organisations: [] }
  const text = tidy(withoutMarkup(byline))
    .slice(0, 500)
    .replace(LEAD_IN, '')
    .replace(TURNED, '$2 $1')
  if (/https?:|www\.|^@|^\S+[/@]\S+$/.test(text)) return credit
  for (const part of text.split(PARTS)) {
    const name = bareName(part).trim()
    const words = fold(name).split(' ')
    if (!isName(name, words) || words.some((word) => ROLE_WORDS.has(word))) continue
    if (isOrganisation(name, words, outlets)) credit.organisations.push(name)
    else credit.people.push(name)
  }
  return credit
}

/** Whether it is written as names are: two words or more, each in a capital but for particles. */
export function looksLikeName(name: string): boolean {
  const words = name.split(' ')
  const [first = ''] = words
  const hasCase = first.toLowerCase() !== first.toUpperCase()
  if (!hasCase) return name.length <= 12 && !/\p{Script=Hiragana}/u.test(name)
  return words.length >= 2 && words.every((word) => startsUpper(word) || PARTICLES.has(word))
}

function startsUpper(word: string): boolean {
  const [letter = ''] = word
  return letter !== letter.toLowerCase()
}

function bareName(part: string): string {
  return part
    .trim()
    .replace(/^(?:by|von):?\s/i, '')
    .split(DATED, 1)
    .join('')
    .replace(TITLES, '')
    .replace(PLACE, '')
    .replace(AGENCY_TAIL, '$1')
    .replace(ROLE_TAIL, '')
    .trim()
}

function isName(name: string, words: string[]): boolean {
  if (name.length < 2 || name.length > LONGEST || /[\d@:!?()"«»_]|\w\.\w{2}/.test(name))
    return false
  return words.length <= MOST_WORDS && words[0] !== ''
}

/** Whether it is an agency, or one of the names of the outlet itself. */
function isOrganisation(name: string, words: string[], outlets: string[]): boolean {
  if (words.some((word) => ORGANISATION_WORDS.has(word))) return true
  if (ACRONYM.test(name) || /新聞|通信社/.test(name)) return true
  return outlets.some(
    (outlet) =>
      words.join('') === outlet ||
      words.some((w) => w.length > OUTLET_WORD && outlet.startsWith(w)),
  )
}
