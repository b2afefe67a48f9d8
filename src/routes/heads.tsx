type HeadsProps = {
  /** Of the columns, in their order. */
  names: readonly string[]
  /** Those of them whose columns hold numbers. */
  numbers?: readonly string[]
}

/** The head of a table: the names of its columns. */
export function Heads({ names, numbers = [] }: HeadsProps) {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th scope="col" class={numbers.includes(name) ? 'num' : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}
