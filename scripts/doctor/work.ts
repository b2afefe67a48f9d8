import type { Source } from '../../src/source.ts'
import type { ConfigFile } from '../setup/config-file.ts'
import { bad, type Finding, good, unsure } from './finding.ts'

const FREE_CRONS = 5 // a free account may have

/** Whether each cron has its work in src/index.ts, whose text is given, and each work its cron. */
export function examineCrons({ triggers }: ConfigFile, code: string): Finding[] {
  const known = [...code.matchAll(/^ {2}'([^']+)': (?:async )?\(at\)/gm)].map(([, cron]) => cron)
  const idle = triggers.crons.filter((cron) => !known.includes(cron))
  const unplanned = known.filter((cron) => cron && !triggers.crons.includes(cron))
  const cure = 'Make crons of wrangler.toml and CRONS of src/index.ts the same.'
  if (idle.length > 0) return [bad('crons', `no work for ${idle.join(', ')}`, cure)]
  if (unplanned.length > 0) return [bad('crons', `never run: ${unplanned.join(', ')}`, cure)]
  return [good('crons', `${known.length}; a free account may have ${FREE_CRONS}`)]
}

/** Sources whose address nobody has seen answer. */
export function examineSources(sources: Source[]): Finding[] {
  const doubtful = sources.filter(({ unverified }) => unverified !== null)
  if (doubtful.length === 0) return [good('sources', `${sources.length}, all seen to answer`)]
  return [
    unsure(
      'sources',
      `${doubtful.length} of ${sources.length} not seen to answer yet`,
      'npm run check:sources, then set unverified to null in config/sources.ts',
    ),
  ]
}

/** Whether the plan of the mail provider is known, so that sending keeps to it. */
export function examineQuotas({ vars }: ConfigFile): Finding[] {
  const { MAIL_DAILY_QUOTA: day, MAIL_MONTHLY_QUOTA: month } = vars
  if (day && month) return [good('quotas', `${day} mails a day, ${month} a month`)]
  return [
    unsure(
      'quotas',
      'no limit of mails is set',
      "Set MAIL_DAILY_QUOTA and MAIL_MONTHLY_QUOTA; Resend's free plan has 100 and 3000.",
    ),
  ]
}
