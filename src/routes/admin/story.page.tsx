import type { StoryArticle } from '../../db/public/story.ts'
import { counted } from '../site/words.ts'
import { IntoForm } from './article.forms.tsx'
import { ArticleLink } from './articles.page.tsx'
import { Corrections } from './corrections.page.tsx'
import type { ShownStory } from './stories.tsx'
import { Moment } from './words.tsx'

/** One story: its articles with the reason of each join, what was corrected, and what can be. */
export function StoryView({ story, corrections }: ShownStory) {
  const { id, moment, original, stage, articles, members } = story
  return (
    <>
      <p>
        Since <Moment at={moment} /> UTC;{' '}
        {original ? `${original} had it first` : 'it is not known who had it first'};{' '}
        {stage ? `supports ${stage}` : 'supports no stage'}.{' '}
        <a href={`/stories/${id}`}>As readers see it</a>
      </p>
      <p class="id">{id}</p>
      <IntoForm action={`/admin/stories/${id}/merge`} label="Merge it into">
        Merge
      </IntoForm>
      <h2>{counted(articles, 'article')}</h2>
      <Members members={members} />
      <h2>Corrections</h2>
      {corrections.length ? <Corrections corrections={corrections} /> : <p>None yet.</p>}
    </>
  )
}

function Members({ members }: { members: StoryArticle[] }) {
  return (
    <table class="cards brief" aria-label="Articles">
      <thead>
        <tr>
          {['Article', 'Outlet', 'Date, UTC', 'Why it is here', 'What to do'].map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr>
            <th scope="row">
              <ArticleLink article={member} />
            </th>
            <td data-name="Outlet">{member.outlet}</td>
            <td data-name="Date">
              <Moment at={member.moment} />
            </td>
            <td data-name="Why">
              {member.whyJoined} <span class="id">{joinOf(member)}</span>
            </td>
            <td>{members.length > 1 && <Split id={member.id} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function joinOf({ storyJoin: { method, score, partner } }: StoryArticle): string {
  return partner ? `${method} ${score.toFixed(2)}: ${partner}` : method
}

function Split({ id }: { id: string }) {
  return (
    <form method="post" action={`/admin/articles/${id}/split`} class="in-row">
      <button type="submit" class="plain">
        Split out
      </button>
    </form>
  )
}
