import type { Config } from '../app.ts'
import type { IssueSetting } from './mail/outline.ts'

/** What every issue of a site shares, from its configuration. */
export function settingOf({
  siteUrl,
  topic,
  digest,
}: Pick<Config, 'siteUrl' | 'topic' | 'digest'>): IssueSetting {
  return { film: topic.aliases[0] ?? topic.title, siteUrl, timeZone: digest.timeZone }
}
