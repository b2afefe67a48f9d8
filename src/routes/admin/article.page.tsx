import type { KeptArticle } from '../../db/admin/articles.ts'
import { whyJoined } from '../../db/public/why.ts'
import type { Revision } from '../../db/revisions.ts'
import { counted } from '../site/words.ts'
import { ArticleForms } from './article.forms.tsx'
import { Statements } from './article.statements.tsx'
import { ArticleLink, Marks } from './articles.page.tsx'
import type { Explained } from './articles.read.ts'
import { Corrections } from './corrections.page.tsx'
import { Moment } from './words.tsx'

/** One article: why it was read and joined so, what it says, what was corrected, what can be. */
export function ArticleView(explained: Explained) {
  const { article, revisions, corrections } = explained
  return (
    <>
      <p>
        {article.outlet}, <a href={article.url}>{article.url}</a> <Marks article={article} />
      </p>
      <Facts {...explained} />
      <ArticleForms article={article} />
      <h2>Statements</h2>
      <Statements {...explained} />
      <h2>Corrections</h2>
      {corrections.length ? <Corrections corrections={corrections} /> : <p>None yet.</p>}
      <h2>Later texts</h2>
      {revisions.length ? <Revisions revisions={revisions} /> : <p>None yet.</p>}
    </>
  )
}

function Facts({ article, byRules, named }: Explained) {
  const { relevant, why, published, readAt, readFrom, lang, authors, sourceId } = article
  return (
    <dl class="facts">
      <Fact name="On the topic">
        {relevant ? 'yes' : 'no'}: {why}
        {byRules.relevant !== relevant &&
          ` (the rules: ${byRules.relevant ? 'yes' : 'no'}, ${byRules.why})`}
      </Fact>
      <Fact name="Stage">{article.stage ?? 'it says nothing of it'}</Fact>
      <Fact name="Headline">{headlineOf(article)}</Fact>
      <Fact name="Copy of">
        <Copy article={article} named={named} />
      </Fact>
      <Fact name="Story">
        <Joined article={article} named={named} />
      </Fact>
      <Fact name="Had it first">{article.original ?? 'unknown'}</Fact>
      <Fact name="Published">{published ? <Moment at={published} /> : 'it does not say'}</Fact>
      <Fact name="Read">
        <Moment at={readAt} /> UTC from the {readFrom} by{' '}
        <a href={`/admin/sources/${sourceId}`}>{sourceId}</a>, rules {article.rulesVersion}
        {!article.isTextKept && '; its text is not kept any more, so it stays as it was read'}
      </Fact>
      <Fact name="Authors">{authors.join(', ') || 'it does not say'}</Fact>
      <Fact name="Language">{lang ?? 'it does not say'}</Fact>
      {article.goneAt && (
        <Fact name="Gone">
          <Moment at={article.goneAt} />: {article.goneWhy}
          {article.heirId && (
            <>
              ; <Named id={article.heirId} named={named} /> stands for it
            </>
          )}
        </Fact>
      )}
      <Fact name="Id">
        <span class="id">{article.id}</span>
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children?: unknown }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

type Article = Explained['article']
type OfArticle = Pick<Explained, 'article' | 'named'>

/** What the headline claims, and why that is or is no overclaim. */
function headlineOf({ headlineStage, overclaims, stage }: Article): string {
  if (!headlineStage) return 'claims no stage'
  if (!overclaims) return `claims ${headlineStage}, which is no overclaim`
  const support = stage ? `supports ${stage}` : 'supports no stage'
  return `claims ${headlineStage}: an overclaim, since what people say in it ${support}`
}

function Copy({ article: { duplicateOf, storyJoin }, named }: OfArticle) {
  if (!duplicateOf) return <>nothing</>
  const isByCopy = storyJoin?.method === 'copy'
  const by = isByCopy && storyJoin.score === 1 ? 'the same text' : 'nearly the same text'
  return (
    <>
      <Named id={duplicateOf} named={named} />: {by}
      {isByCopy && ` (${storyJoin.score.toFixed(2)})`}
    </>
  )
}

function Joined({ article: { storyId, storyJoin }, named }: OfArticle) {
  if (!storyId || !storyJoin) return <>none</>
  const { method, score, partner } = storyJoin
  return (
    <>
      <a href={`/admin/stories/${storyId}`}>
        {named.find(({ id }) => id === storyId)?.title ?? storyId}
      </a>
      : {whyJoined(storyJoin)}{' '}
      <span class="id">
        {method} {score.toFixed(2)}
      </span>
      {partner && (
        <>
          , with <Named id={partner} named={named} />
        </>
      )}
    </>
  )
}

/** An article by its title; what is no article, as the key of a quotation, as it is. */
function Named({ id, named }: { id: string; named: KeptArticle[] }) {
  const article = named.find((one) => one.id === id)
  if (!article) return <q>{id}</q>
  return (
    <>
      <ArticleLink article={article} /> ({article.outlet})
    </>
  )
}

function Revisions({ revisions }: { revisions: Revision[] }) {
  return revisions.map(({ number, moment, title, removed, added }) => (
    <details>
      <summary>
        {number}, of <Moment at={moment} /> UTC: {counted(removed.length, 'paragraph')} gone,{' '}
        {counted(added.length, 'paragraph')} new
      </summary>
      {title !== null && <p>The title before: {title}</p>}
      {removed.map((paragraph) => (
        <p class="diff">
          <del>{paragraph}</del>
        </p>
      ))}
      {added.map((paragraph) => (
        <p class="diff">
          <ins>{paragraph}</ins>
        </p>
      ))}
    </details>
  ))
}
