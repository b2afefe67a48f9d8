import { styleText } from 'node:util'

const isTerminal = process.stdout.isTTY

/** Does a step of a long run, telling when it begins, how it goes and how long it took. */
export async function step<T>(
  name: string,
  work: (tell: (progress: string) => void) => Promise<T>,
): Promise<T> {
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000
  let latest = ''
  const show = () => {
    if (!isTerminal) return
    const waited = seconds() < 1 ? '' : ` ${seconds().toFixed(0)} s`
    process.stdout.write(`\r\x1b[K  ${name} …${latest ? ` ${latest}` : waited}`)
  }
  show()
  const clock = setInterval(show, 1000)
  const result = await work((progress) => {
    latest = progress
    show()
  }).finally(() => clearInterval(clock))
  const took = styleText('dim', `(${seconds().toFixed(1)} s)`)
  const line = `  ${name}${latest ? `: ${latest}` : ''} ${took}\n`
  process.stdout.write(isTerminal ? `\r\x1b[K${line}` : line)
  return result
}

/** Prints rows of two columns, the first aligned. */
export function printTable(rows: [string, string | number][]): void {
  const width = Math.max(...rows.map(([name]) => name.length))
  for (const [name, value] of rows) {
    console.log(`  ${styleText('dim', name.padEnd(width))}  ${value}`)
  }
}
