import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../src/app.ts'
import { configOf } from '../../src/config.ts'
import { newsOfWeek } from '../../src/db/news-of-week.ts'
import { THE_BEGINNING } from '../../src/digest/compose.ts'
import { renderIssue } from '../../src/digest/mail/issue.tsx'
import { personalMails } from '../../src/digest/personal.ts'
import { settingOf } from '../../src/digest/setting.ts'
import type { Mail } from '../../src/mail.ts'
import { issueOfWeek } from '../../src/week.ts'
import { readCorpusTopic, readTopic } from '../local/configured.ts'
import { openEmpty, openState } from '../local/d1.ts'
import { stateOf } from '../local/state.ts'
import { readCorpus } from './corpus.ts'
import { emlOf } from './eml.ts'

const WEEK = 7 * 24 * 60 * 60 * 1000 // ms

type Options = {
  week: string
  out: string
  /** What is read in place of a local run's state, or the directory of that. */
  corpus: string
  state: string
  isFirst: boolean
}

/** Writes the issue of a week as a mail, HTML and text; throws where an option makes no sense. */
export async function writeDigest({ week, out, state, corpus, isFirst }: Options): Promise<void> {
  const topic = await (corpus ? readCorpusTopic(corpus) : readTopic())
  const local = await (corpus ? openEmpty() : openState(state || stateOf(null)))
  try {
    const config = configOf(local.vars, { topic, sources: [], version: '0' })
    if (corpus) await readCorpus(local.db, corpus, config)
    const { mail, moment } = await compose(local.db, config, { week, isFirst })
    mkdirSync(out, { recursive: true })
    writeFileSync(join(out, `${week}.html`), mail.html)
    writeFileSync(join(out, `${week}.txt`), mail.text)
    writeFileSync(join(out, `${week}.eml`), await emlOf(mail, moment))
    console.log(`${mail.subject}\n${join(out, week)}.{eml,html,txt}`)
  } finally {
    await local.close()
  }
}

/** The mail of a week's issue, from what was published by its moment. */
async function compose(
  db: D1Database,
  config: Config,
  { week, isFirst }: { week: string; isFirst: boolean },
): Promise<{ mail: Mail; moment: Date }> {
  const due = issueOfWeek(week, config.digest)
  if (!due) throw new Error(`${week} is no ISO week: 2023-W40, for example.`)
  const until = due.moment.toISOString()
  const before = new Date(due.moment.getTime() - WEEK).toISOString()
  const earlier = await newsOfWeek(db, { from: before, until: before }, 'publication')
  const previous = isFirst ? null : { stage: earlier.status.stage, until: before }
  const period = { from: isFirst ? THE_BEGINNING : before, until }
  const news = { ...(await newsOfWeek(db, period, 'publication')), previous }
  const rendered = await renderIssue({ id: week, kind: 'weekly', period, news }, settingOf(config))
  return { mail: mailOf(config, { id: week, ...rendered }), moment: due.moment }
}

/** The mail as a reader would get it, with links of nobody's own. */
function mailOf(
  { siteUrl, mail }: Config,
  issue: { id: string; subject: string; html: string; text: string },
): Mail {
  const { from, replyTo } = mail
  const postalAddress = mail.postalAddress || 'the sender’s postal address'
  const envelope = { from, replyTo, siteUrl, postalAddress }
  const toReader = personalMails({ ...issue, envelope }, 0)
  return toReader({ address: 'reader@example.org', token: 'TOKEN', manageToken: 'TOKEN' })
}
