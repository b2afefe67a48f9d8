import { basename } from 'node:path'
import { html } from 'hono/html'
import type { Posted } from './world.ts'

type Kept = {
  title: string
  /** Files are relative to the page. */
  days: { day: string; words: string; pages: string[] }[]
  mails: (Posted & { file: string })[]
}

/** A page that leads to everything that a replay has kept. */
export function indexPage({ title, days, mails }: Kept): string {
  return String(html`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}, day by day</title>
<link rel="stylesheet" href="site.css">
<main>
<h1>${title}, day by day</h1>
<h2>The status and its pages</h2>
<table>
<tr><th>from<th>status<th>pages
${days.map(({ day, words, pages }) => html`<tr><td>${day}<td>${words}<td>${links(pages)}\n`)}
</table>
<h2>Mails</h2>
<table>
<tr><th>day<th>to<th>subject
${mails.map(
  ({ at, mail, file }) => html`<tr><td>${at.toISOString().slice(0, 10)}<td>${mail.to}<td><a
 href="${file}">${mail.subject}</a>\n`,
)}
</table>
</main>
</html>
`)
}

function links(files: string[]) {
  return files.map((file) => html`<a href="${file}">${basename(file).replace(/\.\w+$/, '')}</a> `)
}
