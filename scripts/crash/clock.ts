const real = Date.now

let ahead = 0 // milliseconds

const now = () => real() + ahead

/** `Date` for this isolate, ahead of the machine's: replaced before any other module is read. */
globalThis.Date = new Proxy(Date, {
  construct: (date, given) => Reflect.construct(date, given.length > 0 ? given : [now()]),
  get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
})

/** Moves the clock forward to so many milliseconds before the machine's; it never goes back. */
export function moveAhead(milliseconds: number): void {
  ahead = Math.max(ahead, milliseconds)
}

/** Moves the clock forward to a moment, in ms since the epoch. */
export function moveTo(moment: number): void {
  moveAhead(moment - real())
}
