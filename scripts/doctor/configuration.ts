import { configOf, type Vars } from '../../src/config.ts'
import { parseSources } from '../../src/source.ts'
import { topicSchema } from '../../src/topic.ts'
import { wordsOf } from '../failure.ts'
import { type ConfigFile, NO_ID } from '../setup/config-file.ts'
import { bad, type Finding, good } from './finding.ts'

/** Secrets of a form that is accepted: here only the variables are judged. */
const ANY_SECRETS = { ADMIN_TOKEN: 'x'.repeat(32), SECRET_KEY: 'x'.repeat(32) }

const EXAMPLE = /@example\.(?:com|org|net)\b/

/** Topic, sources and variables as the Worker would read them, and what nobody has filled in yet. */
export function examineConfiguration(
  config: ConfigFile,
  ours: { topic: unknown; sources: unknown },
): Finding[] {
  const topic = topicSchema.safeParse(ours.topic)
  if (!topic.success) {
    return [bad('topic', topic.error.issues[0]?.message ?? 'bad', 'Correct config/topic.ts.')]
  }
  try {
    const sources = parseSources(ours.sources)
    // what is no variable is a secret, and judged elsewhere
    const vars = { RESEND_WEBHOOK_SECRET: '', ...config.vars, ...ANY_SECRETS } as unknown as Vars
    configOf(vars, { topic: topic.data, sources, version: '0' })
    return [good('variables', 'read'), ...placeholders(config)]
  } catch (error) {
    const words = wordsOf(error)
    return [bad('variables', words, 'Correct wrangler.toml or config/: docs/configuration.md')]
  }
}

function placeholders({ vars, d1_databases: [database] }: ConfigFile): Finding[] {
  const found = []
  if (database.database_id === NO_ID) {
    found.push(bad('database_id', 'is a placeholder', 'npm run setup'))
  }
  if (/^http:\/\/localhost\b/.test(vars.SITE_URL ?? '')) {
    found.push(bad('SITE_URL', 'is this machine', 'Set it to the address of the site.'))
  }
  for (const name of ['MAIL_FROM', 'MAIL_REPLY_TO']) {
    if (EXAMPLE.test(vars[name] ?? '')) {
      found.push(bad(name, `is a placeholder: ${vars[name]}`, 'Set it to an address of yours.'))
    }
  }
  if (!vars.POSTAL_ADDRESS?.trim()) {
    found.push(bad('POSTAL_ADDRESS', 'is empty: no digest is sent', 'Set it to yours.'))
  }
  for (const name of ['SOURCES', 'TOPIC', 'NEWSROOM']) {
    if (vars[name]) found.push(bad(name, 'is for local runs', 'Empty it in wrangler.toml.'))
  }
  return found
}
