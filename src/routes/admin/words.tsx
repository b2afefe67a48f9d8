/** A moment as an operator needs it: to the second, UTC. */
export function Moment({ at }: { at: string }) {
  return <time datetime={at}>{at.slice(0, 19).replace('T', ' ')}</time>
}
