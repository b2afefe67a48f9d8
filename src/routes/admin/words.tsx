/** A moment as an operator needs it: to the minute, UTC. */
export function Moment({ at }: { at: string }) {
  return <time datetime={at}>{at.slice(0, 16).replace('T', ' ')}</time>
}

/** How long ago something was: "3 min ago", "5 h ago", "12 days ago". */
export function since(at: string | null | undefined, now: Date): string {
  return at ? ago((now.getTime() - Date.parse(at)) / 1000) : 'never'
}

/** The same of so many seconds. */
export function ago(seconds: number): string {
  const minutes = Math.max(Math.floor(seconds / 60), 0)
  if (minutes < 90) return `${minutes} min ago`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} h ago` : `${Math.round(hours / 24)} days ago`
}
