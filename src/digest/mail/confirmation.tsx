import type { Config } from '../../app.ts'
import type { Mail } from '../../mail.ts'
import { documentOf, Layout } from './layout.tsx'
import { STYLE } from './style.ts'

type Request = { address: string; token: string; hours: number }

type ConfirmationProps = { subject: string; film: string; link: string; hours: number; why: string }

/** The mail that asks whether somebody really wants the digest: one link and no news. */
export async function confirmationMail(
  { topic, siteUrl, mail }: Pick<Config, 'topic' | 'siteUrl' | 'mail'>,
  { address, token, hours }: Request,
): Promise<Mail> {
  const film = topic.first_film
    ? `the sequel to ${topic.first_film.title}`
    : (topic.aliases[0] ?? topic.title)
  const subject = `Confirm: a weekly mail about ${film}`
  const link = `${siteUrl}/confirm?token=${token}`
  const why = `Somebody, most likely you, asked for it at ${siteUrl}.`
  const words = { subject, film, link, hours, why }
  return {
    from: mail.from,
    to: address,
    replyTo: mail.replyTo,
    subject,
    html: await documentOf(<Confirmation {...words} />),
    text: confirmationText(words),
    headers: { 'Auto-Submitted': 'auto-generated' }, // RFC 3834: no auto-replies, please
    tags: [{ name: 'kind', value: 'confirmation' }],
  }
}

function Confirmation({ subject, film, link, hours, why }: ConfirmationProps) {
  return (
    <Layout title={subject} preview={`One click, and you get one mail a week about ${film}.`}>
      <h1 class="ink" style={STYLE.headline}>
        One mail a week about {film}?
      </h1>
      <p class="ink" style={STYLE.text}>
        {why} To get it, confirm your address:
      </p>
      <p style={STYLE.text}>
        <a style={STYLE.button} href={link}>
          Confirm
        </a>
      </p>
      <p class="dim" style={STYLE.dim}>
        The link works for {hours} hours. If it was not you, do nothing: without it, no mail will
        come.
      </p>
    </Layout>
  )
}

function confirmationText({ film, link, hours, why }: ConfirmationProps): string {
  return `One mail a week about ${film}?

${why} To get it, confirm your address:

${link}

The link works for ${hours} hours. If it was not you, do nothing: without it, no mail will come.
`
}
