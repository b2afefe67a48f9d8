import { load } from 'cheerio'
import { ORIGIN, type World } from './site.ts'

/** A form as a page offers it, filled in as it stands there. */
export type Form = { action: string; fields: [string, string][] }

const MOST = 3 // pages and forms of a kind

/** What people can come to from some pages, an admin among them: addresses, and forms that post. */
export async function crawl(
  { site, token }: World,
  from: string[],
): Promise<{ links: string[]; forms: Form[] }> {
  const [links, forms] = [new Map<string, string[]>(), new Map<string, Form[]>()]
  const ahead = [...from]
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    if (!keep(links, kindOf(path), path)) continue
    const headers = { authorization: `Bearer ${token}`, accept: 'text/html' }
    const answer = await site.request(ORIGIN + path, { headers })
    const text = await answer.text()
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    const $ = load(text)
    for (const form of $('form[method="post"]').toArray()) {
      const action = $(form).attr('action') ?? path
      const fields = $(form)
        .find('input, select, textarea, button[name]')
        .toArray()
        .map((field): [string, string] => [
          $(field).attr('name') ?? '',
          String($(field).val() ?? $(field).attr('placeholder') ?? ''),
        ])
        .filter(([name]) => name !== '')
      keep(forms, `${kindOf(action)} ${fields.map(([name]) => name)}`, { action, fields })
    }
    ahead.push(
      ...$('a[href^="/"]')
        .toArray()
        .map((link) => $(link).attr('href') ?? ''),
    )
  }
  return { links: [...links.values()].flat(), forms: [...forms.values()].flat() }
}

/** Keeps some of each kind, and says whether this is one of them. */
function keep<T>(kinds: Map<string, T[]>, kind: string, one: T): boolean {
  const kept = kinds.get(kind) ?? []
  const isNew =
    kept.length < MOST &&
    !kept.some((other) => String(other) === String(one) && typeof one === 'string')
  if (isNew) kinds.set(kind, [...kept, one])
  return isNew
}

/** Ids and values make no new kind. */
function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, ORIGIN)
  const parts = pathname
    .split('/')
    .map((part) => (/\d/.test(part) || part.length > 20 ? '*' : part))
  return `${parts.join('/')}?${[...searchParams.keys()].sort()}`
}
