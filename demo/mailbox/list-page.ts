import { html } from 'hono/html'
import { labels, layout, time } from './layout.ts'
import type { StoredMail } from './mail.ts'
import { findMails } from './mail-api.ts'

const PAGE = 50 // mails

/** The mails, newest first, `wanted` in their subject or recipients. Pages count from 1. */
export function listPage(mails: StoredMail[], wanted: string, page: number) {
  const found = findMails(mails, wanted)
  const shown = found.slice((page - 1) * PAGE, page * PAGE)
  return layout(
    `Mailbox (${mails.length})`,
    html`<header>
<h1>Mailbox</h1>
<p class="note">A stand-in for the mail provider. What is sent here is kept here and goes nowhere else.</p>
<form role="search"><label>Subject or recipient <input type="search" name="q" value="${wanted}"></label> <button>Find</button></form>
</header>
<main>
<p>${count(found.length, wanted)}</p>
<ol class="mails">${shown.map(row)}</ol>
${turns(wanted, page, found.length > page * PAGE)}
</main>`,
  )
}

function count(found: number, wanted: string): string {
  const mails = found === 1 ? '1 mail' : `${found} mails`
  if (wanted) return `${mails} with “${wanted}”`
  return found === 0 ? 'No mail yet.' : `${mails}, newest first`
}

function row(mail: StoredMail) {
  return html`<li>
<a class="subject" href="/mails/${mail.id}">${mail.subject}</a>
<span class="to">${mail.to.join(', ')}</span>
<span class="when">${time(mail.createdAt)} · <span class="event ${mail.lastEvent}">${mail.lastEvent}</span></span>
${labels(mail.tags)}
</li>`
}

function turns(wanted: string, page: number, hasMore: boolean) {
  const link = (to: number, rel: string, text: string) =>
    html`<a rel="${rel}" href="/?${new URLSearchParams({ q: wanted, page: String(to) })}">${text}</a>`
  const newer = page > 1 ? link(page - 1, 'prev', '← Newer') : ''
  const older = hasMore ? link(page + 1, 'next', 'Older →') : ''
  return newer || older ? html`<nav aria-label="Pages">${newer} ${older}</nav>` : ''
}
