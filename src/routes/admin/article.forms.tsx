import type { Explained } from './articles.read.ts'

type OfArticle = Pick<Explained, 'article'>

/** What can be said of an article against the rules; each word of it can be taken back. */
export function ArticleForms({ article }: OfArticle) {
  return (
    <>
      <div class="acts">
        <Answer article={article} act="relevance" name="relevant" isSo={article.relevant}>
          {article.relevant ? 'Mark irrelevant' : 'Mark relevant'}
        </Answer>
        {article.duplicateOf && <Plain article={article} act="original" words="It is no copy" />}
        <Answer article={article} act="gone" name="gone" isSo={article.goneAt !== null}>
          {article.goneAt ? 'Its page is there' : 'Its page is gone'}
        </Answer>
        {article.storyId && <Plain article={article} act="split" words="Split out of its story" />}
        <form method="post" action="/admin/scans">
          <input type="hidden" name="url" value={article.url} />
          <button type="submit" class="plain">
            Read it again
          </button>
        </form>
      </div>
      {article.storyId && (
        <IntoForm action={`/admin/articles/${article.id}/move`} label="Move into the story of">
          Move
        </IntoForm>
      )}
    </>
  )
}

type AnswerProps = OfArticle & { act: string; name: string; isSo: boolean; children?: unknown }

/** Says the contrary of what is so. */
function Answer({ article, act, name, isSo, children }: AnswerProps) {
  return (
    <form method="post" action={`/admin/articles/${article.id}/${act}`}>
      <input type="hidden" name={name} value={isSo ? 'no' : 'yes'} />
      <button type="submit" class="plain">
        {children}
      </button>
    </form>
  )
}

function Plain({ article, act, words }: OfArticle & { act: string; words: string }) {
  return (
    <form method="post" action={`/admin/articles/${article.id}/${act}`}>
      <button type="submit" class="plain">
        {words}
      </button>
    </form>
  )
}

type IntoProps = { action: string; label: string; children?: unknown }

/** Names another story by its id or address, or by those of an article of it. */
export function IntoForm({ action, label, children }: IntoProps) {
  return (
    <form method="post" action={action}>
      <label for="into">{label} (id or address of it, or of an article in it)</label>
      <input type="text" id="into" name="into" required maxlength={2000} />
      <button type="submit">{children}</button>
    </form>
  )
}
