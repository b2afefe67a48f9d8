import { html } from 'hono/html'
import { labels, layout, time } from './layout.ts'
import { linked } from './linked.ts'
import type { StoredMail } from './mail.ts'
import { SANDBOX } from './mail-html.ts'

const VIEWS = [
  { view: 'html', name: 'HTML' },
  { view: 'text', name: 'Text' },
  { view: 'headers', name: 'Headers' },
  { view: 'json', name: 'JSON' },
] as const

/** A phone, the usual mail, a desktop, and whatever the window gives. */
const WIDTHS = [
  { width: 'full', name: 'Full' },
  { width: '320', name: '320 px' },
  { width: '600', name: '600 px' },
  { width: '1000', name: '1000 px' },
] as const

type View = (typeof VIEWS)[number]['view']
type Width = (typeof WIDTHS)[number]['width']

/** One mail. `view` and `width` of the query choose what is shown and how wide. */
export function mailPage(mail: StoredMail, query: Record<string, string>) {
  const first = mail.html === null ? 'text' : 'html'
  const view = VIEWS.find((one) => one.view === query.view)?.view ?? first
  const width = WIDTHS.find((one) => one.width === query.width)?.width ?? 'full'
  return layout(
    mail.subject,
    html`<header>
<p><a href="/">← Mailbox</a></p>
<h1>${mail.subject}</h1>
<dl class="facts">
<dt>From</dt><dd>${mail.from}</dd>
<dt>To</dt><dd>${mail.to.join(', ')}</dd>
<dt>Sent</dt><dd>${time(mail.createdAt)} · <span class="event ${mail.lastEvent}">${mail.lastEvent}</span></dd>
</dl>
${labels(mail.tags)}
${unsubscribeButton(mail)}
</header>
<main>
<nav class="choices" aria-label="Views">${VIEWS.map((one) => choice({ view: one.view }, one.name, one.view === view))}</nav>
${show(mail, view, width)}
</main>`,
  )
}

/** Where RFC 8058 lets a mail program unsubscribe with one POST; null if the mail offers none. */
export function oneClickUrl(mail: StoredMail): string | null {
  const isOneClick = header(mail, 'list-unsubscribe-post') === 'List-Unsubscribe=One-Click'
  const url = /<(https?:[^>\s]+)>/.exec(header(mail, 'list-unsubscribe') ?? '')?.[1]
  return isOneClick && url && URL.canParse(url) ? url : null
}

function header(mail: StoredMail, name: string): string | undefined {
  return Object.entries(mail.headers).find(([key]) => key.toLowerCase() === name)?.[1]
}

function unsubscribeButton(mail: StoredMail) {
  const url = oneClickUrl(mail)
  if (!url) return ''
  return html`<form method="post" action="${url}" target="_blank">
<input type="hidden" name="List-Unsubscribe" value="One-Click">
<button>Unsubscribe, as a mail program does (RFC 8058)</button>
</form>`
}

function choice(query: Record<string, string>, text: string, isChosen: boolean) {
  const current = isChosen ? html`aria-current="true"` : ''
  return html`<a href="?${new URLSearchParams(query)}" ${current}>${text}</a> `
}

function show(mail: StoredMail, view: View, width: Width) {
  switch (view) {
    case 'html':
      return mail.html === null ? html`<p>This mail has no HTML part.</p>` : frame(mail, width)
    case 'text':
      return mail.text === null
        ? html`<p>This mail has no text part of its own.</p>`
        : html`<pre class="text">${linked(mail.text)}</pre>`
    case 'headers':
      return headerTable(mail)
    case 'json':
      return html`<pre>${JSON.stringify(mail, null, 2)}</pre>`
  }
}

function frame(mail: StoredMail, width: Width) {
  const bytes = Buffer.byteLength(mail.html ?? '')
  return html`<nav class="choices" aria-label="Width">${WIDTHS.map((one) =>
    choice({ view: 'html', width: one.width }, one.name, one.width === width),
  )}<span class="note">${(bytes / 1000).toFixed(1)} kB</span></nav>
<div class="stage"><iframe class="w${width}" sandbox="${SANDBOX}" src="/mails/${mail.id}/html" title="The mail"></iframe></div>`
}

function headerTable(mail: StoredMail) {
  const rows: [string, string][] = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['Cc', mail.cc.join(', ')],
    ['Bcc', mail.bcc.join(', ')],
    ['Reply-To', mail.replyTo.join(', ')],
    ['Subject', mail.subject],
    ['Date', new Date(mail.createdAt).toUTCString()],
    ['Message-ID', mail.messageId],
    ...Object.entries(mail.headers),
    ['(attachments)', mail.attachments.join(', ')],
    ['(idempotency key)', mail.idempotencyKey ?? ''],
    ['(place in batch)', mail.batchIndex === null ? '' : String(mail.batchIndex)],
  ]
  const given = rows.filter(([, value]) => value !== '')
  return html`<dl class="facts headers">${given.map(
    ([name, value]) => html`<dt>${name}</dt><dd>${linked(value)}</dd>`,
  )}</dl>`
}
