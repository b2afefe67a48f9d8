import type { Config } from '../app.ts'
import type { Mail } from '../mail.ts'
import { documentOf, Layout, Link } from './mail/layout.tsx'
import { STYLE } from './mail/style.ts'

type Told = { cause: string; words: string; link: string }

/** The mail that tells an admin that something is wrong: one cause, one link. */
export async function alertMail(
  { mail, siteUrl }: Pick<Config, 'mail' | 'siteUrl'>,
  { cause, words, place, to }: { cause: string; words: string; place: string; to: string },
): Promise<Mail> {
  const subject = `${new URL(siteUrl).hostname}: ${cause}`
  const told = { cause, words, link: `${siteUrl}/admin${place}` }
  return {
    from: mail.from,
    to,
    replyTo: mail.replyTo,
    subject,
    html: await documentOf(<AlertMail subject={subject} {...told} />),
    text: `${words}\n\n${told.link}\n\n${WHY}\n`,
    headers: { 'Auto-Submitted': 'auto-generated' }, // RFC 3834
    tags: [{ name: 'kind', value: 'alert' }],
  }
}

const WHY = 'You are the admin of this site. This is told at most once a day, as long as it lasts.'

function AlertMail({ subject, cause, words, link }: Told & { subject: string }) {
  return (
    <Layout title={subject} preview={words}>
      <h1 class="ink" style={STYLE.headline}>
        {cause}
      </h1>
      <p class="ink" style={STYLE.text}>
        {words}
      </p>
      <p class="ink" style={STYLE.text}>
        <Link href={link}>{link}</Link>
      </p>
      <p class="dim" style={STYLE.dim}>
        {WHY}
      </p>
    </Layout>
  )
}
