const SENTENCES = [
  'The crew of the first film meets each spring at the quay where it was made.',
  'Nobody has told when the cameras will roll, and the harbor is a car park by this day.',
  '“We are writing the script of Glass Harbor 2 right now,” Ines Quarrie told us in her studio.',
  'She has been asked for years, and answers with a smile whenever the film is named.',
  'Lantern Pictures did not want to say anything of Glass Harbor 2 when it was asked.',
]

type Asked = { url: string; method: string; json(): Promise<unknown> }

/** Publishers whose addresses tell how much they give, and a mail provider that takes everything. */
export async function world(request: Asked): Promise<Response> {
  const { host, pathname } = new URL(request.url)
  const [, kind = '', size = '0', name = ''] = pathname.split('/')
  if (host === 'mail.example') {
    const mails = [await request.json()].flat()
    return Response.json({ data: mails.map(() => ({ id: crypto.randomUUID() })) })
  }
  if (kind === 'feed') return new Response(feed(Number(size), name))
  if (kind === 'article') return new Response(page(Number(size), name), HTML)
  return new Response('', { status: 404 })
}

const HTML = { headers: { 'content-type': 'text/html; charset=utf-8' } }

/** A text of so many words, another for each name. */
export function textOf(words: number, name: string): string[] {
  const paragraphs = [`Director Ines Quarrie spoke of Glass Harbor 2 in interview ${name}.`]
  for (let count = 10, n = 0; count < words; n += 1) {
    const sentence = `${SENTENCES[n % SENTENCES.length]} It is number ${n} of ${name}.`
    paragraphs.push(sentence)
    count += sentence.split(' ').length
  }
  return paragraphs
}

function feed(items: number, name: string): string {
  const entry = (n: number) => `<item><title>Glass Harbor 2, ${name} ${n}</title>
    <link>https://news.example/article/800/${name}-${n}</link>
    <description>Ines Quarrie speaks of Glass Harbor 2, and of much else beside it.</description>
    <pubDate>${new Date(Date.now() - n * 60_000).toUTCString()}</pubDate></item>`
  const entries = Array.from({ length: items }, (_, n) => entry(n)).join('')
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${entries}</channel></rss>`
}

const LINKS = 600 // in 80 kB
const LINKS_OF_LARGEST = 1_850 // with the text as much as free mode reads of a page, 300 kB

/** An article in as much markup as news sites have around one, or in as much as free mode reads. */
function page(words: number, name: string): string {
  const link = (n: number) =>
    `<li class="teaser"><a href="/article/800/other-${n}"><span>Another story, number ${n}, that has nothing to do with it</span></a></li>`
  const links = name.startsWith('large') ? LINKS_OF_LARGEST : LINKS
  const around = Array.from({ length: links }, (_, n) => link(n)).join('')
  const text = textOf(words, name)
    .map((one) => `<p>${one}</p>`)
    .join('')
  return `<!doctype html><html lang="en"><head><title>Ines Quarrie talks: ${name}</title>
    <meta property="article:published_time" content="${new Date(Date.now() - 3_600_000).toISOString()}"></head>
    <body><nav><ul>${around}</ul></nav><article><h1>Ines Quarrie talks: ${name}</h1>${text}</article></body></html>`
}
