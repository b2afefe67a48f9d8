import type { Config } from '../app.ts'
import type { ListedIssue } from '../db/issues.ts'
import type { StatusStep } from '../db/public/history.ts'
import type { PublicStatement } from '../db/public/statement.ts'
import type { StorySummary } from '../db/public/stories.ts'
import { stageWords } from '../stage.ts'
import { saidOnce } from './site/once.ts'
import { voiceOf } from './site/said.tsx'

/** One entry of a feed. */
export type Entry = {
  /** Its page on this site, and its name for good. */
  url: string
  /** Plain text. */
  title: string
  /** Ours, with everything of others escaped. */
  html: string
  /** ISO 8601 UTC. */
  at: string
}

/** A story: where it was first told, who repeats it, and which headlines claim too much. */
export function storyEntry({ siteUrl }: Config, story: StorySummary): Entry {
  const { id, title, moment, original, articles, copies, overclaims, outlets, first } = story
  return {
    url: `${siteUrl}/stories/${id}`,
    title,
    at: moment,
    html: String(
      <>
        <p>
          <a href={first.url}>{first.title}</a>, {first.outlet}.
          {original && original !== first.outlet && ` First told by ${original}.`}
        </p>
        {articles > 1 && (
          <p>
            {articles} articles
            {copies > 0 && `, ${copies} of them ${copies === 1 ? 'a copy' : 'copies'}`}:{' '}
            {outlets.map(({ name }) => name).join(', ')}.
          </p>
        )}
        {overclaims > 0 && <p>Headlines that claim more than was said: {overclaims}.</p>}
      </>,
    ),
  }
}

/** A change of the status, with the words that brought it. */
export function changeEntry({ siteUrl }: Config, { from, stage, because }: StatusStep): Entry {
  return {
    url: `${siteUrl}/status?at=${encodeURIComponent(from)}`,
    title: stageWords(stage),
    at: from,
    html: String(
      <div>
        {saidOnce(because).map(({ statement, speakers }) => (
          <Said statement={statement} who={speakers.map(voiceOf).join(' and ')} />
        ))}
      </div>,
    ),
  }
}

/** Words as they were said, or a sentence that reports them. */
function Said({ statement, who }: { statement: PublicStatement; who: string }) {
  const { quote, evidence, givenTo, article } = statement
  return (
    <blockquote cite={article.url}>
      <p>{quote ? `“${quote}”` : `As reported: ${evidence}`}</p>
      <p>
        {who}
        {givenTo && `, to ${givenTo}`} (<a href={article.url}>{article.outlet}</a>)
      </p>
    </blockquote>
  )
}

/** An issue of the digest, by its subject. */
export function issueEntry({ siteUrl }: Config, { id, subject, coversUntil }: ListedIssue): Entry {
  const url = `${siteUrl}/issues/${id}`
  return {
    url,
    title: subject,
    at: coversUntil,
    html: String(
      <p>
        <a href={url}>Read issue {id}</a>.
      </p>,
    ),
  }
}
