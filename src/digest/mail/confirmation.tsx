import type { Config } from '../../app.ts'
import type { Choice } from '../../choice.ts'
import type { Mail } from '../../mail.ts'
import { documentOf, Layout } from './layout.tsx'
import { STYLE } from './style.ts'

type Request = { address: string; token: string; choice: Choice; hours: number }

type ConfirmationProps = {
  subject: string
  offer: string
  link: string
  hours: number
  why: string
}

/** What each choice brings, about a film. */
const OFFERS: Record<Choice, (film: string) => string> = {
  weekly: (film) => `a weekly mail about ${film}`,
  news: (film) => `a mail about ${film} in weeks with news`,
  changes: (film) => `a mail when the status of ${film} changes`,
}

/** The mail that asks whether somebody really wants the digest: one link and no news. */
export async function confirmationMail(
  { topic, siteUrl, mail }: Pick<Config, 'topic' | 'siteUrl' | 'mail'>,
  { address, token, choice, hours }: Request,
): Promise<Mail> {
  const film = topic.first_film
    ? `the sequel to ${topic.first_film.title}`
    : (topic.aliases[0] ?? topic.title)
  const offer = OFFERS[choice](film)
  const subject = `Confirm: ${offer}`
  const link = `${siteUrl}/confirm?token=${token}`
  const why = `Somebody, most likely you, asked for it at ${siteUrl}.`
  const words = { subject, offer, link, hours, why }
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

function Confirmation({ subject, offer, link, hours, why }: ConfirmationProps) {
  return (
    <Layout title={subject} preview={`One click, and you get ${offer}.`}>
      <h1 class="ink" style={STYLE.headline}>
        {asked(offer)}
      </h1>
      <p class="ink" style={STYLE.text}>
        {why} To get it, confirm your address:
      </p>
      <p style={STYLE.text}>
        <a class="button" style={STYLE.button} href={link}>
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

function asked(offer: string): string {
  return `${offer.charAt(0).toUpperCase()}${offer.slice(1)}?`
}

function confirmationText({ offer, link, hours, why }: ConfirmationProps): string {
  return `${asked(offer)}

${why} To get it, confirm your address:

${link}

The link works for ${hours} hours. If it was not you, do nothing: without it, no mail will come.
`
}
