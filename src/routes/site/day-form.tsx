/** Asks for the status on a day. */
export function DayForm({ day, max }: { day: string; max: string }) {
  return (
    <form method="get" action="/status">
      <label for="at">The status on</label>
      <input id="at" name="at" type="date" value={day} max={max} required />
      <button type="submit">Show</button>
    </form>
  )
}
