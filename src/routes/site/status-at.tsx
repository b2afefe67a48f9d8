import { Hono } from 'hono'
import type { App, Config } from '../../app.ts'
import { plainDate } from '../../day.ts'
import { type AccountThen, accountThen } from '../../db/public/account-then.ts'
import { frontNews } from '../../db/public/front.ts'
import type { Step } from '../../db/timeline.ts'
import { stageWords } from '../../stage.ts'
import { keptReader } from '../kept.ts'
import { Page } from '../page.tsx'
import { Day } from '../time.tsx'
import { Explanation, Overclaims, RulesNote, Sides } from './account.tsx'
import { Answer, Because } from './answer.tsx'
import { cached } from './cached.ts'
import { DayForm } from './day-form.tsx'

/** The time of a moment (ISO 8601 UTC), as the feed of changes links it: its day is shown. */
const A_TIME = /T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/

/** `at` is the end of the day, or now. */
type Then = { day: string; at: Date; status: AccountThen; steps: Step[] }

/** What could be known on a day; a day that is none is answered with what is wrong. */
export function statusAtRoutes(app: App): Hono {
  const { db, config } = app
  const readNews = keptReader(app, frontNews)
  return new Hono().get('/status', async (c) => {
    const now = app.now()
    const today = now.toISOString().slice(0, 10)
    const asked = (c.req.query('at') || today).replace(A_TIME, '')
    const isDay = isDayOf(asked) && asked <= today
    const day = isDay ? asked : today
    const [status, { steps }] = await Promise.all([accountThen(db, day), readNews()])
    const at = day === today ? now : new Date(`${day}T23:59:59Z`)
    const then = { day, at, status, steps }
    c.status(isDay ? 200 : 400)
    return cached(c, <StatusAt config={config} then={then} today={today} isWrong={!isDay} />)
  })
}

function isDayOf(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

type StatusAtProps = { config: Config; then: Then; today: string; isWrong: boolean }

function StatusAt({ config, then, today, isWrong }: StatusAtProps) {
  const { day, at, status, steps } = then
  const { title } = config.topic
  const isNow = day === today
  return (
    <Page
      config={config}
      title={isNow ? 'The status on any day' : `The status on ${plainDate(day)}`}
      description={`What could be known about ${title} on ${plainDate(day)}: ${stageWords(status.stage)}`}
      path={isNow ? '/status' : `/status?at=${day}`}
      stage={status.stage}
    >
      <div class="travel">
        <DayForm day={day} max={today} />
        {isWrong && (
          <p class="error" role="alert">
            That is no day that has been: here is today’s status.
          </p>
        )}
      </div>
      <Answer
        question={isNow ? `Is ${title} happening?` : `What could be known on ${plainDate(day)}`}
        status={status}
        sureness={status.sureness}
        at={at}
        isNow={isNow}
      />
      <Because status={status} />
      <Sides account={status} />
      <Explanation account={status} />
      <Overclaims account={status} />
      <Changes steps={steps} day={day} />
      <p class="small">
        By what was published then and by the rules of today; an article that we read later counts
        from the day it was published.
      </p>
      <RulesNote account={status} />
    </Page>
  )
}

/** Each change of the status as a way to its day. */
function Changes({ steps, day }: { steps: Step[]; day: string }) {
  if (!steps.length) return null
  return (
    <section>
      <h2>Every change, until today</h2>
      <ol class="changes">
        {steps.toReversed().map(({ from, stage }) => (
          <li>
            <a
              href={`/status?at=${from.slice(0, 10)}`}
              aria-current={from.startsWith(day) ? 'date' : undefined}
            >
              <Day at={from} />
            </a>{' '}
            {stageWords(stage)}
          </li>
        ))}
      </ol>
    </section>
  )
}
