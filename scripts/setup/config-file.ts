import { readFileSync, writeFileSync } from 'node:fs'
import { experimental_readRawConfig } from 'wrangler'
import { z } from 'zod'

/** What an id is in a configuration that nobody has set up. */
export const NO_ID = '00000000-0000-0000-0000-000000000000'

const configSchema = z.object({
  name: z.string(),
  account_id: z.string().optional(),
  vars: z.record(z.string(), z.string()),
  triggers: z.object({ crons: z.array(z.string()) }),
  d1_databases: z.tuple([
    z.object({ binding: z.string(), database_name: z.string(), database_id: z.string() }),
  ]),
  queues: z.object({
    producers: z.array(z.object({ binding: z.string(), queue: z.string() })),
    consumers: z.array(z.object({ queue: z.string(), dead_letter_queue: z.string().optional() })),
  }),
  secrets: z.object({ required: z.array(z.string()) }),
})

/** What the commands of an operator need of wrangler.toml. */
export type ConfigFile = z.infer<typeof configSchema>

/** Reads wrangler.toml, or one like it; throws an Error that names each bad field. */
export function readConfigFile(path: string): ConfigFile {
  const parsed = configSchema.safeParse(experimental_readRawConfig({ config: path }).rawConfig)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path: at, message }) => `${at.join('.')}: ${message}`)
  throw new Error(`${path}: ${issues.join('; ')}`)
}

/** Each queue once, those for dead letters too. */
export function queuesOf({ queues }: ConfigFile): string[] {
  const names = [...queues.producers, ...queues.consumers].map(({ queue }) => queue)
  const letters = queues.consumers.flatMap(({ dead_letter_queue }) => dead_letter_queue ?? [])
  return [...new Set([...names, ...letters])]
}

/** Sets one key in the file and leaves all else, comments too, as it is. */
export function writeValue(path: string, key: 'database_id' | 'SITE_URL', value: string): void {
  const text = readFileSync(path, 'utf8')
  const line = new RegExp(`^(${key} *= *)"[^"]*"`, 'm')
  if (!line.test(text)) throw new Error(`${path} has no line for ${key}`)
  writeFileSync(
    path,
    text.replace(line, (_, before: string) => `${before}${JSON.stringify(value)}`),
  )
}
