/**
 * A day, month or moment as people write it: "14 March 2024", "March 2024". Of a moment,
 * the day that clocks in the zone show (IANA; UTC if not said otherwise).
 */
export function plainDate(iso: string, timeZone = 'UTC'): string {
  const isMoment = iso.includes('T')
  const date = new Date(isMoment ? iso : `${iso}${iso.length === 7 ? '-01' : ''}T00:00:00Z`)
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: isMoment ? timeZone : 'UTC',
    year: 'numeric',
    month: 'long',
    ...(iso.length > 7 && { day: 'numeric' }),
  }).format(date)
}
