import type { Tried } from '../../scrape/try.ts'
import { counted } from '../site/words.ts'
import { Moment } from './words.tsx'

const KINDS = [
  ['feed', 'a feed'],
  ['sitemap', 'a sitemap'],
  ['page', 'an article’s page'],
] as const

/** Asks for an address. */
export function TryForm({ url, kind = 'feed' }: { url?: string; kind?: string }) {
  return (
    <form method="post" action="/admin/try">
      <label for="url">Address</label>
      <input type="url" id="url" name="url" required value={url} placeholder="https://" />
      <fieldset>
        <legend>It is</legend>
        {KINDS.map(([value, words]) => (
          <label>
            <input type="radio" name="kind" value={value} checked={value === kind} /> {words}
          </label>
        ))}
      </fieldset>
      <button type="submit">Try it</button>
      <p class="note">
        It is asked once, as politely as any look; nothing of it is kept. A feed that was tried is
        first looked at a day later.
      </p>
    </form>
  )
}

/** What an address gave. */
export function TryView({ tried }: { tried: Tried }) {
  switch (tried.kind) {
    case 'nothing':
      return (
        <p role="alert">
          {tried.reason}
          {tried.until && `; not before ${tried.until}`}
        </p>
      )
    case 'items':
      return <Items {...tried} />
    case 'article':
      return <Article {...tried} />
  }
}

function Items({ items, unreadable }: Tried & { kind: 'items' }) {
  const taken = items.filter(({ why }) => why !== null)
  return (
    <>
      <h2>
        {counted(items.length, 'item')}, of which {taken.length} would be read
      </h2>
      <table class="cards brief">
        <thead>
          <tr>
            <th scope="col">Title</th>
            <th scope="col">Published, UTC</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {[...taken, ...items.filter(({ why }) => why === null)].map((item) => (
            <tr>
              <th scope="row">
                <a href={item.url}>{item.title || item.url}</a>
              </th>
              <td data-name="Published">
                {item.published ? <Moment at={item.published} /> : 'it does not say'}
              </td>
              <td data-name="Why">
                {item.why ?? 'left: names neither film'}
                {item.isKnown && '; known already'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unreadable.length > 0 && <p>Unreadable: {unreadable.join('; ')}</p>}
    </>
  )
}

function Article({ extract, reading, placement }: Tried & { kind: 'article' }) {
  const { title, authors, published, lang, paragraphs } = extract
  const facts: [string, string][] = [
    ['Authors', authors.join(', ') || 'it does not say'],
    ['Published', published ?? 'it does not say'],
    ['Language', lang ?? 'it does not say'],
    ['Read because', reading.relevant ? reading.why : `left: ${reading.why}`],
    ['Stage', reading.stage ?? 'says nothing of it'],
    ['Duplicate of', placement?.duplicateOf ?? 'nothing'],
    ['Story', placement ? storyOf(placement) : 'none'],
  ]
  return (
    <>
      <h2>{title ?? 'It has no title'}</h2>
      <dl class="stages">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Statements reading={reading} />
      <details>
        <summary>The text, {counted(paragraphs.length, 'paragraph')}</summary>
        {paragraphs.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </details>
    </>
  )
}

type Article = Tried & { kind: 'article' }

function storyOf({ storyId, join }: NonNullable<Article['placement']>): string {
  if (join.method === 'founded') return 'would found one'
  return `${storyId}, by ${join.method} (${join.score.toFixed(2)}) with ${join.partner}`
}

function Statements({ reading: { statements } }: Pick<Article, 'reading'>) {
  if (!statements.length) return <p>It states nothing on the status.</p>
  return (
    <>
      <h2>Statements</h2>
      <table class="cards brief">
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Says</th>
            <th scope="col">Stage</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {statements.map(({ speaker, role, quote, evidence, stage, modality, rule }) => (
            <tr>
              <th scope="row">{speaker ?? role}</th>
              <td>{quote ? `“${quote}”` : evidence}</td>
              <td data-name="Stage">
                {stage ?? 'none'}, {modality}
              </td>
              <td data-name="Why">{rule}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
