import { MANAGE_MARK, POSTAL_MARK, TOKEN_MARK } from '../marks.ts'
import { Link } from './layout.tsx'
import type { IssueFacts, IssueSetting } from './outline.ts'
import { STYLE } from './style.ts'

/** Why an issue comes, without its links. */
export function whyLine({ kind }: IssueFacts, { film }: IssueSetting): string {
  const what = kind === 'status' ? `be told when the status of ${film} changes` : `news of ${film}`
  return `You get this because you subscribed to ${what}`
}

/** Why an issue comes, how to leave, who sends it. */
export function Footer({ issue, setting }: { issue: IssueFacts; setting: IssueSetting }) {
  const { siteUrl } = setting
  return (
    <>
      <hr class="rule" style={STYLE.rule} />
      <p class="dim" style={STYLE.small}>
        {whyLine(issue, setting)} at <Link href={`${siteUrl}/`}>{siteUrl}</Link> and confirmed it.
      </p>
      <p class="dim" style={STYLE.small}>
        <Link href={`${siteUrl}/unsubscribe?token=${TOKEN_MARK}`}>Unsubscribe</Link> ·{' '}
        <Link href={`${siteUrl}/manage?token=${MANAGE_MARK}`}>Get it less often, or pause</Link> ·{' '}
        <Link href={`${siteUrl}/issues/${issue.id}`}>Read on the web</Link> ·{' '}
        <Link href={`${siteUrl}/privacy`}>Privacy</Link>
      </p>
      <p class="dim" style={STYLE.small}>
        {POSTAL_MARK}
      </p>
    </>
  )
}
