import type { StatusThen } from '../../db/public/status-then.ts'
import { stageWords } from '../../stage.ts'
import { whatWouldChange } from '../../status/outlook.ts'
import type { Sureness } from '../../status/sureness.ts'
import { Day } from '../time.tsx'
import { Ladder } from './ladder.tsx'
import { SaidList, voiceOf } from './said.tsx'
import { ago, before, lasting } from './words.ts'

const DOTS = [1, 2, 3] as const

type AnswerProps = {
  question: string
  status: StatusThen
  sureness: Sureness
  /** The moment that is asked about. */
  at: Date
  /** Whether that moment is now. */
  isNow: boolean
}

/** The answer in ten seconds: the stage, since when, how sure, the last word, what would change it. */
export function Answer({ question, status, sureness, at, isNow }: AnswerProps) {
  return (
    <section class="answer">
      <p class="kicker">{question}</p>
      <h1>{stageWords(status.stage)}</h1>
      <Ladder stage={status.stage} />
      <dl class="facts">
        <Since since={status.since} at={at} />
        <Fact name="How sure">
          <strong>
            <Dots level={sureness.level} />
            {sureness.name}
          </strong>
          {sureness.why}
        </Fact>
        <LastWord status={status} told={isNow ? ago : before} at={at} />
        <Fact name="What would change it">{whatWouldChange(status.stage)}</Fact>
      </dl>
    </section>
  )
}

/** What the answer rests on. */
export function Because({ status }: { status: StatusThen }) {
  if (!status.because.length) return null
  return (
    <section>
      <h2>Why we say so</h2>
      <SaidList said={status.because} />
    </section>
  )
}

function Fact({ name, children }: { name: string; children: unknown }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Since({ since, at }: { since: string | null; at: Date }) {
  if (!since) return null
  return (
    <Fact name="Since">
      <strong>
        <Day at={since} />
      </strong>
      {lasting(since, at)}
    </Fact>
  )
}

type LastWordProps = { status: StatusThen; told: typeof ago; at: Date }

/** Where nobody is quoted yet, what is reported of somebody on record. */
function LastWord({ status, told, at }: LastWordProps) {
  const word = status.lastWord ?? (status.isOnRecord ? status.because[0] : null)
  if (!word) return <Fact name="Last word on record">None yet</Fact>
  const { moment, article } = word
  return (
    <Fact name="Last word on record">
      <strong>{told(moment, at)}</strong>
      {voiceOf(word)}, {!status.lastWord && 'as reported, '}
      <Day at={moment} />, at <a href={article.url}>{article.outlet}</a>
    </Fact>
  )
}

function Dots({ level }: { level: number }) {
  return (
    <span class="meter" aria-hidden="true">
      {DOTS.map((dot) => (
        <i class={dot <= level ? 'on' : undefined} />
      ))}
    </span>
  )
}
