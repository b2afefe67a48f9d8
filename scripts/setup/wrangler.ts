import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { textsOf, type Values } from '../options.ts'

/** What wrangler answered. */
export type Answer = { code: number; stdout: string; stderr: string }

/** Runs wrangler with arguments; what is secret goes in by `input`, never by an argument. */
export type Wrangler = (args: string[], input?: string) => Promise<Answer>

const CONFIG = 'wrangler.toml'
const OURS = 'node_modules/.bin/wrangler'

/** Options of commands that run wrangler, and what their help says of them. */
export const WRANGLER_OPTIONS = {
  config: { type: 'string' },
  wrangler: { type: 'string' },
} as const
export const WRANGLER_HELP = `  --config FILE    in place of ${CONFIG}
  --wrangler FILE  in place of ${OURS}`

/** The configuration file that those options name, and wrangler on it. */
export function wranglerOf(options: Values): { path: string; wrangler: Wrangler } {
  const textOf = textsOf(options)
  const path = textOf('config', CONFIG)
  return { path, wrangler: wranglerAt(path, textOf('wrangler', OURS)) }
}

/**
 * The wrangler of the project, or a stand-in for it, on a configuration file. Nobody is asked
 * anything by it, and nothing is reported of its use.
 */
export function wranglerAt(config: string, file = OURS): Wrangler {
  return async (args, input) => {
    const child = spawn(file, [...args, '--config', config], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, CI: 'true', FORCE_COLOR: '0', WRANGLER_SEND_METRICS: 'false' },
    })
    const code = new Promise<number>((resolve, reject) => {
      child.once('error', (error) => reject(new Error(`${file} cannot be run: ${error.message}`)))
      child.once('close', (status) => resolve(status ?? 1))
    })
    child.stdin.on('error', () => undefined) // one that ends without reading is told by its code
    child.stdin.end(input ?? '')
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
    return { code: await code, stdout, stderr }
  }
}

/** What wrangler prints, where it succeeds; else throws an Error with its own words and the cure. */
export async function run(
  wrangler: Wrangler,
  args: string[],
  { input, cure }: { input?: string; cure?: string } = {},
): Promise<string> {
  return outputOf(args, await wrangler(args, input), cure)
}

/** What a call of wrangler printed; throws as `run` does where it failed. */
export function outputOf(args: string[], { code, stdout, stderr }: Answer, cure?: string): string {
  if (code === 0) return stdout
  throw new Error([`wrangler ${args.join(' ')}:`, wordsOf(stdout, stderr), cure].join('\n'))
}

/** Its last lines, without the banner. */
function wordsOf(stdout: string, stderr: string): string {
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => /[A-Za-z]/.test(line))
  return lines
    .filter((line) => !line.includes('⛅'))
    .slice(-12)
    .map((line) => `  ${line.trim()}`)
    .join('\n')
}
