const isTerminal = process.stdout.isTTY

/** Does a step of a long run, telling when it begins, how it goes and how long it took. */
export async function step<T>(
  name: string,
  work: (tell: (progress: string) => void) => Promise<T>,
): Promise<T> {
  const began = performance.now()
  let latest = ''
  if (isTerminal) process.stdout.write(`  ${name} …`)
  const result = await work((progress) => {
    latest = progress
    if (isTerminal) process.stdout.write(`\r\x1b[K  ${name} … ${progress}`)
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const line = `  ${name}${latest ? `: ${latest}` : ''} (${seconds} s)`
  process.stdout.write(isTerminal ? `\r\x1b[K${line}\n` : `${line}\n`)
  return result
}

/** Prints rows of two columns, the first aligned. */
export function printTable(rows: [string, string | number][]): void {
  const width = Math.max(...rows.map(([name]) => name.length))
  for (const [name, value] of rows) console.log(`  ${name.padEnd(width)}  ${value}`)
}
