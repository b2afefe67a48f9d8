import type { Correction } from '../../db/corrections.ts'
import { toldOf } from '../../scrape/correct.told.ts'
import type { ListedCorrections } from './corrections.tsx'
import { Pairs } from './pairs.tsx'
import { Moment } from './words.tsx'

/** All corrections, those undone among them. */
export function CorrectionsView({ corrections, next }: ListedCorrections) {
  if (!corrections.length) return <Nothing />
  return (
    <>
      <Corrections corrections={corrections} />
      {next !== null && (
        <p class="pages">
          <a href={`/admin/corrections?before=${next}`}>Earlier</a>
        </p>
      )}
    </>
  )
}

function Nothing() {
  return (
    <p>
      Nothing was corrected yet. What the rules read wrongly is put right on the page of an{' '}
      <a href="/admin/articles">article</a> or a <a href="/admin/stories">story</a>, and kept here.
    </p>
  )
}

/** Corrections as a table: when, who, what, before and after, and a button to undo each. */
export function Corrections({ corrections }: { corrections: Correction[] }) {
  return (
    <table class="cards brief" aria-label="Corrections">
      <thead>
        <tr>
          {['When, UTC', 'Who', 'What', 'Before', 'After', 'Stands'].map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {corrections.map((correction) => (
          <Row correction={correction} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ correction }: { correction: Correction }) {
  const { id, at, by, articleId, undoneAt, undoneBy } = correction
  const { act, before, after } = toldOf(correction)
  return (
    <tr>
      <td>
        <Moment at={at} />
      </td>
      <td data-name="Who">{by}</td>
      <td data-name="What">
        <a href={`/admin/articles/${articleId}`}>{act}</a>
      </td>
      <td data-name="Before">
        <Pairs data={before} />
      </td>
      <td data-name="After">
        <Pairs data={after} />
      </td>
      <td>
        {undoneAt ? (
          <>
            undone by {undoneBy}, <Moment at={undoneAt} />
          </>
        ) : (
          <form method="post" action={`/admin/corrections/${id}/undo`} class="in-row">
            <button type="submit" class="plain">
              Undo
            </button>
          </form>
        )}
      </td>
    </tr>
  )
}
