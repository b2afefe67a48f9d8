/** Prints rows under a heading; the first column stands left, numbers stand right. */
export function printTable(heading: string, columns: string[], rows: string[][]): void {
  const widths = columns.map((column, at) =>
    Math.max(column.length, ...rows.map((row) => row[at]?.length ?? 0)),
  )
  const line = (cells: string[]) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
  const lines = [
    heading,
    line(columns),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
  ]
  process.stdout.write(`${lines.join('\n')}\n\n`)
}
