import { request } from 'node:http'
import { expect, test } from 'vitest'
import { MAIL, openMailbox } from './mailbox-help.ts'

test('the list shows the newest mail first, its subject and tags escaped', async () => {
  const { mailbox, resend } = await openMailbox()
  await resend.emails.send({ ...MAIL, tags: [{ name: 'kind', value: 'digest' }] })
  await resend.emails.send({ ...MAIL, subject: '<script>alert(1)</script> & "more"' })
  const page = await text(`${mailbox.url}/`)
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;')
  expect(page).not.toContain('<script>')
  expect(page).toContain('kind: digest')
  expect(page.indexOf('alert(1)')).toBeLessThan(page.indexOf('Week 47'))
})

test('the list can be searched by recipient', async () => {
  const { mailbox, resend } = await openMailbox()
  await resend.emails.send({ ...MAIL, subject: 'Wanted', to: 'one@status.example' })
  await resend.emails.send({ ...MAIL, subject: 'Other', to: 'two@status.example' })
  const page = await text(`${mailbox.url}/?q=ONE@`)
  expect(page).toContain('Wanted')
  expect(page).not.toContain('Other')
})

test('many mails are shown fifty a page', async () => {
  const { mailbox, resend } = await openMailbox()
  await resend.batch.send(Array(51).fill(MAIL))
  const first = await text(`${mailbox.url}/`)
  const second = await text(`${mailbox.url}/?page=2`)
  expect(first.match(/class="subject"/g)).toHaveLength(50)
  expect(first).toContain('Older')
  expect(second.match(/class="subject"/g)).toHaveLength(1)
})

test('the HTML of a mail runs nothing, loads nothing and opens its links outside its frame', async () => {
  const { mailbox, resend } = await openMailbox()
  const html = '<!doctype html><html><head><title>x</title></head><body>Hello</body></html>'
  const { data } = await resend.emails.send({ ...MAIL, html })
  const response = await fetch(`${mailbox.url}/mails/${data?.id}/html`)
  const policy = response.headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('img-src data:')
  expect(policy).toContain('sandbox allow-popups allow-popups-to-escape-sandbox')
  expect(policy).not.toContain('script')
  expect(await response.text()).toBe(html.replace('<head>', '<head><base target="_blank">'))
})

test('the page of a mail frames it in a sandbox without scripts, as wide as asked', async () => {
  const { mailbox, resend } = await openMailbox()
  const { data } = await resend.emails.send(MAIL)
  const page = await text(`${mailbox.url}/mails/${data?.id}?width=320`)
  expect(page).toContain(
    `<iframe class="w320" sandbox="allow-popups allow-popups-to-escape-sandbox"`,
  )
  expect(page).toContain(`src="/mails/${data?.id}/html"`)
})

test('text has links to click and nothing else of HTML', async () => {
  const { mailbox, resend } = await openMailbox()
  const words = 'Open http://localhost:8787/confirm?t=1&u=2. <b>'
  const { data } = await resend.emails.send({ ...MAIL, text: words })
  const page = await text(`${mailbox.url}/mails/${data?.id}?view=text`)
  expect(page).toContain('href="http://localhost:8787/confirm?t=1&amp;u=2"')
  expect(page).toContain('. &lt;b&gt;')
  expect(await text(`${mailbox.url}/mails/${data?.id}/text`)).toBe(words)
})

test('headers are shown, and a mail that allows it can be unsubscribed with one click', async () => {
  const { mailbox, resend } = await openMailbox()
  const url = 'http://localhost:8787/unsubscribe/abc'
  const headers = {
    'List-Unsubscribe': `<${url}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
  const { data } = await resend.emails.send({ ...MAIL, headers })
  const response = await fetch(`${mailbox.url}/mails/${data?.id}?view=headers`)
  const policy = response.headers.get('content-security-policy')
  const page = await response.text()
  expect(page).toContain('<dt>List-Unsubscribe-Post</dt><dd>List-Unsubscribe=One-Click</dd>')
  expect(page).toContain(`<form method="post" action="${url}"`)
  expect(policy).toContain('form-action http://localhost:8787')
})

test('the raw mail is JSON on a page and alone', async () => {
  const { mailbox, resend } = await openMailbox()
  const { data } = await resend.emails.send(MAIL)
  const page = await text(`${mailbox.url}/mails/${data?.id}?view=json`)
  const all = await (await fetch(`${mailbox.url}/mails.json`)).json()
  expect(page).toContain('&quot;subject&quot;: &quot;Week 47&quot;')
  expect(all).toEqual(mailbox.mails())
})

test('a mail that is not there is 404', async () => {
  const { mailbox } = await openMailbox()
  const response = await fetch(`${mailbox.url}/mails/nothing`)
  expect(response.status).toBe(404)
})

test('no page may be framed, sniffed, cached or asked for by another name', async () => {
  const { mailbox } = await openMailbox()
  const { headers } = await fetch(`${mailbox.url}/`)
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cache-control')).toBe('no-store')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(await statusForHost(mailbox.url, 'evil.example')).toBe(421)
  expect(await statusForHost(mailbox.url, 'localhost')).toBe(200)
})

async function text(url: string): Promise<string> {
  return (await fetch(url)).text()
}

function statusForHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })
}
