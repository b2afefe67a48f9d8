/** English months by their first three letters, and those of the other languages we read. */
const MONTHS: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  ene: 1,
  abr: 4,
  ago: 8,
  dic: 12,
  marz: 3,
  mai: 5,
  okt: 10,
  dez: 12,
  gen: 1,
  mag: 5,
  giu: 6,
  lug: 7,
  set: 9,
  ott: 10,
  fev: 2,
  avr: 4,
  out: 10,
  juin: 6,
  juil: 7,
  aou: 8,
}
const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan\\.?|feb\\.?|mar\\.?|apr\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|januar|februar|marz|mai|juni|juli|oktober|dezember|janvier|fevrier|mars|avril|juin|juillet|aout|septembre|octobre|novembre|decembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|marco|maio|junho|julho|setembro|outubro|novembro|dezembro)(?![\\p{L}])'
/** Each day's names in the languages that we read, Sunday first. */
const WEEKDAYS = [
  'sunday|sonntag|domingo|dimanche|domenica',
  'monday|montag|lunes|lundi|lunedi|segunda-feira',
  'tuesday|dienstag|martes|mardi|martedi|terca-feira',
  'wednesday|mittwoch|miercoles|mercredi|mercoledi|quarta-feira',
  'thursday|donnerstag|jueves|jeudi|giovedi|quinta-feira',
  'friday|freitag|viernes|vendredi|venerdi|sexta-feira',
  'saturday|samstag|sabado|samedi|sabato',
]
const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

const DAY_MS = 86_400_000

const MONTH_DAY = new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b(?:,? (\\d{4}))?`, 'u')
const DAY_MONTH = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th|\\.)? (?:de )?${MONTH}(?: (?:de )?(\\d{4}))?`,
  'u',
)
const MONTH_YEAR = new RegExp(
  `\\b${MONTH}(?: of| de)?,? (\\d{4}|last year|this year|of last year)`,
  'u',
)
const LAST_MONTH_NAME = new RegExp(
  `\\b(?:last|back in|in|this past|since|letzten|im|seit|en|desde|depuis|a|da|em) ${MONTH}\\b(?! \\d)`,
  'u',
)
const AGO =
  /\b(an?|\d+|one|two|three|four|five|six|seven|eight|nine|ten|couple of|few) (day|week|month|year)s? (?:ago|earlier|later)\b/u
/** The same in the other languages: "hace un año", "vor zwei Jahren", "il y a un an", "un anno fa". */
const AGO_ABROAD =
  /\b(?:hace|ha|vor|il y a) (un|una|unos|uma?|einem|einer|deux|dos|dois|duas|zwei|tres?|trois|drei|\d+) (dia|jour|tag|semana|semaine|woche|mes|moi|monat|ano|an|jahr)\p{L}*|\b(un|una|due|tre|\d+) (giorn|settiman|mes|ann)\p{L} fa\b/u
const AGO_HINT = /\b(?:hace|ha|vor|il y a|fa)\b/
const UNITS: [start: string, unit: string][] = [
  ['an', 'year'],
  ['jahr', 'year'],
  ['m', 'month'],
  ['s', 'week'],
  ['w', 'week'],
]
const COUNTS: Record<string, number> = { d: 2, z: 2, t: 3 }

const LAST =
  /\b(?:last|this past|earlier this|over the) (week|month|year|weekend)\b|\b(?:yesterday|gestern|ayer|ieri|ontem)\b/u
const WEEKDAY = new RegExp(`\\b(?:on )?(${WEEKDAYS.join('|')})\\b`, 'u')
/** What is still to come when it is printed stands before the day on which it will. */
const TO_COME =
  /\b(?:next|coming|kommenden|nachsten|proximo|prochain|prossimo)\s*$|\b(?:will|goes|hits?|arrives?|lands|opens|premieres|due|out|erscheint|kommt|startet|sort|uscira|estrena|saldra)\b[^,.;:"]{0,30}$/u
/** German puts the verb of a clause behind it. */
const COMES_THEN = /^ (?:erscheint|erscheinende[nrs]?|startet|anlauft|herauskommt)\b/u
const YEAR = /\b(?:in|back in|since) (20\d\d)\b/u

/**
 * The day that a sentence (plain, lower case) names for what is said in it, seen from the day it
 * was published: a day (`2024-03-19`), a month (`2024-03`), a year (`2024`), or null. A bare month
 * or weekday is the last one before publication, unless it is one to come.
 */
export function dayIn(text: string, published: string | null): string | null {
  const now = published ? new Date(published) : null
  const named = monthAndDay(text, now) ?? monthAndYear(text, now)
  if (named || !now) return named
  return monthAlone(text, now) ?? relative(text, now) ?? (YEAR.exec(text)?.[1] || null)
}

function monthAndDay(text: string, now: Date | null): string | null {
  const first = MONTH_DAY.exec(text)
  const second = first ? null : DAY_MONTH.exec(text)
  const month = monthOf(first?.[1] ?? second?.[2])
  const day = Number(first?.[2] ?? second?.[1])
  const year = first?.[3] ?? second?.[3]
  if (!month || !(day >= 1 && day <= 31)) return null
  if (year) return iso(Number(year), month, day)
  if (!now) return null
  const isLater = Date.UTC(now.getUTCFullYear(), month - 1, day) > now.getTime() + 2 * DAY_MS
  return iso(now.getUTCFullYear() - (isLater ? 1 : 0), month, day)
}

function monthAndYear(text: string, now: Date | null): string | null {
  const match = MONTH_YEAR.exec(text)
  const month = monthOf(match?.[1])
  if (!match || !month) return null
  if (/^\d/.test(match[2] ?? '')) return `${match[2]}-${pad(month)}`
  return now ? `${now.getUTCFullYear() - (match[2]?.includes('last') ? 1 : 0)}-${pad(month)}` : null
}

function monthAlone(text: string, now: Date): string | null {
  const month = monthOf(LAST_MONTH_NAME.exec(text)?.[1])
  if (!month) return null
  const isLater = month > now.getUTCMonth() + 1
  return `${now.getUTCFullYear() - (isLater ? 1 : 0)}-${pad(month)}`
}

function relative(text: string, now: Date): string | null {
  const ago = AGO.exec(text)
  if (ago) return back(now, countOf(ago[1] ?? ''), ago[2] ?? '')
  const abroad = AGO_HINT.test(text) ? AGO_ABROAD.exec(text) : null
  if (abroad) return agoAbroad(now, abroad[1] ?? abroad[3] ?? '', abroad[2] ?? abroad[4] ?? '')
  const last = LAST.exec(text)
  if (last) return back(now, 1, last[1] ?? 'day')
  const match = WEEKDAY.exec(text)
  if (!match || isToCome(text, match)) return null
  const weekday = WEEKDAYS.findIndex((names) => names.split('|').includes(match[1] ?? ''))
  const days = (now.getUTCDay() - weekday + 7) % 7
  return new Date(now.getTime() - days * DAY_MS).toISOString().slice(0, 10)
}

function isToCome(text: string, { index, 0: day }: RegExpExecArray): boolean {
  return TO_COME.test(text.slice(0, index)) || COMES_THEN.test(text.slice(index + day.length))
}

function back(now: Date, count: number, unit: string): string {
  const days = { day: 1, week: 7, weekend: 3, month: 30, year: 365 }[unit] ?? 0
  const then = new Date(now.getTime() - count * days * DAY_MS).toISOString()
  return unit === 'year'
    ? then.slice(0, 4)
    : unit === 'month'
      ? then.slice(0, 7)
      : then.slice(0, 10)
}

function agoAbroad(now: Date, count: string, unit: string): string {
  const many = /^\d/.test(count)
    ? Number(count)
    : (COUNTS[count === 'drei' ? 't' : count.charAt(0)] ?? 1)
  return back(now, many, UNITS.find(([start]) => unit.startsWith(start))?.[1] ?? 'day')
}

function countOf(word: string): number {
  if (word === 'couple of') return 2
  if (word === 'few') return 3
  return /^\d+$/.test(word) ? Number(word) : Math.max(1, NUMBERS.indexOf(word))
}

function monthOf(name: string | undefined): number | undefined {
  if (!name) return undefined
  return MONTHS[name.slice(0, 4)] ?? MONTHS[name.slice(0, 3)]
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${pad(month)}-${pad(day)}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
