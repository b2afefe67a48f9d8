import { counted } from '../site/words.ts'
import type { ListedStories } from './stories.tsx'
import { Moment } from './words.tsx'

/** The stories, the one that began last first. */
export function StoriesView({ stories, next }: ListedStories) {
  if (!stories.length) return <p>Nothing is told here.</p>
  return (
    <>
      <table class="cards brief">
        <thead>
          <tr>
            {['Story', 'Began, UTC', 'Stage', 'Had it first', 'Told by'].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stories.map(({ id, title, moment, stage, original, articles, copies }) => (
            <tr>
              <th scope="row">
                <a href={`/admin/stories/${id}`}>{title}</a>
              </th>
              <td data-name="Began">
                <Moment at={moment} />
              </td>
              <td data-name="Stage">{stage ?? 'none'}</td>
              <td data-name="Had it first">{original ?? 'unknown'}</td>
              <td data-name="Told by">
                {counted(articles, 'article')}
                {copies > 0 && `, of which ${counted(copies, 'copy')}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {next !== null && (
        <p class="pages">
          <a href={`/admin/stories?after=${encodeURIComponent(next)}`}>Earlier</a>
        </p>
      )}
    </>
  )
}
