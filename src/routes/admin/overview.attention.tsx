import { counted } from '../site/words.ts'
import { howItGoes } from './digest.sending.tsx'
import type { Attended } from './overview.read.ts'
import { Moment } from './words.tsx'

/** What needs somebody, the most pressing first, each with the way to mend it. */
export function Attention({ findings }: Pick<Attended, 'findings'>) {
  if (!findings.length) {
    return (
      <ul class="attention">
        <li class="well">All is well.</li>
      </ul>
    )
  }
  return (
    <ul class="attention" aria-label="What needs you">
      {findings.map(({ cause, words, place }) => (
        <li>
          <a href={`/admin${place}`}>{cause}</a>: {words}
        </li>
      ))}
    </ul>
  )
}

/** How it stands with mail, with the ways to its places. */
export function MailPanel({ next, last, readers, letters }: Omit<Attended, 'findings'>) {
  return (
    <section class="panel">
      <h2>Mail</h2>
      <ul class="plain">
        <li>
          <a href="/admin/digest">Digest</a>: next {next.id}, <Moment at={next.at} /> UTC
        </li>
        {last && (
          <li>
            <a href={`/admin/digest/issues/${last.id}`}>Last issue, {last.id}</a>:{' '}
            {counted(last.mails, 'mail')}, {howItGoes(last, null)}
          </li>
        )}
        <li>
          <a href="/admin/subscribers">Subscribers</a>: {readers} get mail
        </li>
        <li>
          <a href="/admin/dead-letters">Dead letters</a>: {letters}
        </li>
        <li>
          <a href="/admin/quotas">Quotas</a>, <a href="/health">health</a>
        </li>
      </ul>
    </section>
  )
}
