import type { Letter } from '../../db/admin/letters.ts'
import type { Health } from '../../digest/health.ts'
import { counted } from '../site/words.ts'
import { ago, Moment } from './words.tsx'

type LettersProps = {
  count: number
  letters: Letter[]
  settled: Letter[]
  queue: Health['queue']
}

/** What the queues gave up, oldest first, and how old the oldest open work is. */
export function LettersView({ count, letters, settled, queue }: LettersProps) {
  return (
    <>
      <p>
        {count === 0 ? 'No job is dead.' : `${counted(count, 'job')} failed as often as allowed.`}{' '}
        <Queue queue={queue} />
      </p>
      {letters.length > 0 && (
        <>
          <div class="acts">
            <form method="post" action="/admin/dead-letters/replay">
              <button type="submit" class="main">
                Replay {letters.length > 1 ? 'all' : 'it'}
              </button>
            </form>
          </div>
          <Table letters={letters} name="Open" />
          <p class="note">
            A replay is safe: each job looks first what is left to do. One that is dead because of a
            mistake of ours dies again until that is mended.
          </p>
        </>
      )}
      {settled.length > 0 && (
        <>
          <h2>Settled</h2>
          <Table letters={settled} name="Settled" />
        </>
      )}
    </>
  )
}

function Queue({ queue: { oldest, kind } }: Pick<LettersProps, 'queue'>) {
  if (!oldest) return 'Nothing waits to be done.'
  return (
    <>
      The oldest open work ({kind}) waits since <Moment at={oldest.at} /> UTC,{' '}
      {ago(oldest.ageSeconds)}.
    </>
  )
}

function Table({ letters, name }: { letters: Letter[]; name: string }) {
  return (
    <table class="cards brief" aria-label={`${name} letters`}>
      <thead>
        <tr>
          {['Job', 'Died', 'Tries', 'Why', 'What to do'].map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {letters.map((letter) => (
          <Row letter={letter} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ letter }: { letter: Letter }) {
  const { job, queue, attempts, diedAt, reason, settledAt } = letter
  const { kind, ...rest } = job
  return (
    <tr>
      <th scope="row">
        {kind} <span class="id">{Object.values(rest).join(' ')}</span>
      </th>
      <td data-name="Died">
        <Moment at={diedAt} /> in {queue}
      </td>
      <td data-name="Tries">{attempts}</td>
      <td data-name="Why" class="words">
        {reason ?? 'Nothing told why: it never came to be tried here.'}
      </td>
      <td>{settledAt ? <Settled letter={letter} /> : <Acts letter={letter} />}</td>
    </tr>
  )
}

function Settled({ letter: { settledAt, settledBy, settledHow } }: { letter: Letter }) {
  return (
    <>
      {settledHow} by {settledBy}, {settledAt && <Moment at={settledAt} />}
    </>
  )
}

function Acts({ letter: { id, job } }: { letter: Letter }) {
  const path = `/admin/dead-letters/${encodeURIComponent(id)}`
  return (
    <div class="in-row">
      <form method="post" action={`${path}/replay`}>
        <button type="submit" class="plain" aria-label={`Replay this ${job.kind} job`}>
          Replay
        </button>
      </form>
      <form method="post" action={`${path}/put-aside`}>
        <button type="submit" class="plain" aria-label={`Put this ${job.kind} job aside`}>
          Put aside
        </button>
      </form>
    </div>
  )
}
