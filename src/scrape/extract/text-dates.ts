import { type Moment, momentOf } from './moment.ts'

/** Months by the first letters of their names, as bylines write them. */
const MONTHS: string[] = [
  'jan|januar|янв|січ|ene|gen|sty|oca',
  'feb|fév|fev|фев|лют|lut|şub',
  'mar|mär|maa|mrt|мар|бер',
  'apr|avr|abr|апр|квіт|kwi|nis',
  'may|mai|maj|mei|mag|мая|май|трав',
  'jun|juin|giu|июн|черв|cze|haz',
  'jul|juil|lug|июл|лип|lip|tem',
  'aug|aoû|ago|agu|авг|серп|sie|ağu',
  'sep|set|сен|вер|wrz|eyl',
  'oct|okt|out|ott|окт|жовт|paź|eki',
  'nov|ноя|лист|lis|kas',
  'dec|dez|déc|dic|des|дек|груд|gru|ara',
]
const MONTH_TABLE = MONTHS.flatMap((stems, month) =>
  stems.split('|').map((stem): [string, number] => [stem, month + 1]),
).sort(([a], [b]) => b.length - a.length)

const NAMED =
  /(\d{1,2})(?:st|nd|rd|th|er)?[.,]?\s(?:de\s|of\s)?(\p{L}{3,12})[.,]?\s(?:de\s)?(\d{4})/u
const MONTH_FIRST = /(\p{L}{3,12})[.,]?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})/u
const DAY_FIRST = /(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/
const YEAR_FIRST = /(?<!\d)(\d{4})[./年년-]\s?(\d{1,2})[./月월-]\s?(\d{1,2})/
const CLOCK = /(?<![\d.:])(\d{1,2})[:.時](\d{2})(?![\d.])(?:\s?([ap])\.?m\b)?/i
const MOST_DATES = 3 // looked at in one text
const LABEL_REACH = 60 // characters in front of a date among which its label stands
const CLOCK_REACH = 30 // characters behind a date in which its time stands

/** Words in front of a date that tells when a text was changed. */
const CHANGED =
  /(?:actualizad|aggiornat|aktualis|aktualiz|bijgewerkt|edited|güncelle|mis à jour|modif|oppdatert|opdateret|päivitetty|updated|uppdaterad|обновлен|оновлен)[^\d]{0,30}$/iu

/**
 * The first date in a text that people read, such as "13. Mai 2026 um 15:44", those apart that tell
 * when something was changed; its zone is unknown.
 */
export function findMoment(text: string): Moment | null {
  let from = 0
  for (let tries = 0; tries < MOST_DATES; tries++) {
    const found = dayIn(text.slice(from))
    if (!found) return null
    const clock = CLOCK.exec(text.slice(from + found.end, from + found.end + CLOCK_REACH))
    const before = text.slice(0, from + found.start)
    if (!CHANGED.test(before.slice(-LABEL_REACH)))
      return momentOf(found.day, timeOf(clock), undefined)
    from += found.end + (clock ? clock.index + clock[0].length : 0)
  }
  return null
}

function timeOf(clock: RegExpExecArray | null): [number, number, number] {
  const half = clock?.[3]?.toLowerCase()
  const hour = Number(clock?.[1] ?? 0)
  const hour24 = half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour
  return [hour24, Number(clock?.[2] ?? 0), 0]
}

type Found = { day: [number, number, number]; start: number; end: number }

function dayIn(text: string): Found | null {
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return found(yearFirst, yearFirst[1], Number(yearFirst[2]), yearFirst[3])
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return found(dayFirst, dayFirst[3], Number(dayFirst[2]), dayFirst[1])
  const named = NAMED.exec(text)
  if (named && monthOf(named[2])) return found(named, named[3], monthOf(named[2]), named[1])
  const monthFirst = MONTH_FIRST.exec(text)
  if (!monthFirst || !monthOf(monthFirst[1])) return null
  return found(monthFirst, monthFirst[3], monthOf(monthFirst[1]), monthFirst[2])
}

function found(match: RegExpExecArray, year = '', month = 0, date = ''): Found {
  const day: [number, number, number] = [Number(year), month, Number(date)]
  return { day, start: match.index, end: match.index + match[0].length }
}

function monthOf(name = ''): number {
  const lower = name.toLowerCase()
  return MONTH_TABLE.find(([stem]) => lower.startsWith(stem))?.[1] ?? 0
}
