const MINUTE = 60_000 // milliseconds

/** A moment as an operator needs it: to the minute, UTC. */
export function Moment({ at }: { at: string }) {
  return <time datetime={at}>{at.slice(0, 16).replace('T', ' ')}</time>
}

/** How long ago something was: "3 min ago", "5 h ago", "12 days ago". */
export function since(at: string | null | undefined, now: Date): string {
  if (!at) return 'never'
  const minutes = Math.max(Math.floor((now.getTime() - Date.parse(at)) / MINUTE), 0)
  if (minutes < 90) return `${minutes} min ago`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} h ago` : `${Math.round(hours / 24)} days ago`
}
