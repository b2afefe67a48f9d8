import { calendarDays } from '../../day.ts'
import type { Stage } from '../../stage.ts'

/** "1 article", "3 days", "2 stories". */
export function counted(count: number, one: string): string {
  if (count === 1) return `1 ${one}`
  return `${count} ${/[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : `${one}s`}`
}

/** How long ago a moment or day is: "today", "yesterday", "369 days ago". */
export function ago(at: string, now: Date): string {
  const days = daysBetween(at, now)
  if (days < 1) return 'today'
  return days === 1 ? 'yesterday' : `${days} days ago`
}

/** The same, told of a moment that is past: "the same day", "1 day before". */
export function before(at: string, then: Date): string {
  const days = daysBetween(at, then)
  return days < 1 ? 'the same day' : `${counted(days, 'day')} before`
}

/** How long something has lasted: "for 2 days"; since today, nothing yet. */
export function lasting(at: string, now: Date): string {
  const days = daysBetween(at, now)
  return days < 1 ? 'new' : `for ${counted(days, 'day')}`
}

/** How old words were when they came again: "the same day", "1 day", "1012 days". */
export function aged(said: string, again: string): string {
  const days = daysBetween(said, new Date(again))
  return days < 1 ? 'the same day' : counted(days, 'day')
}

function daysBetween(at: string, now: Date): number {
  return calendarDays(at, now.toISOString())
}

/** A stage as a label: "Pre-production". */
export function stageName(stage: Stage): string {
  return `${stage.slice(0, 1).toUpperCase()}${stage.slice(1)}`
}

/** A text cut at a word to a number of characters, with the cut shown. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/\s+\S*$/, '')} …`
}
