/** Plain data, a name and its value a line. */
export function Pairs({ data }: { data: object | null }) {
  if (!data) return null
  return (
    <>
      {Object.entries(data).map(([name, value]) => (
        <span class="pair">
          {name}: {typeof value === 'string' ? value : JSON.stringify(value)}
        </span>
      ))}
    </>
  )
}
