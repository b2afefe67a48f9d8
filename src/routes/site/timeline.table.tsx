import { Heads } from '../heads.tsx'
import { Day } from '../time.tsx'
import type { Mark } from './timeline.marks.ts'
import { shortened } from './words.ts'

const WORDS_SHOWN = 240 // characters of a quotation

/** The same as the picture, for whoever does not see it, and on paper. */
export function MarkTable({ marks }: { marks: Mark[] }) {
  return (
    <details>
      <summary>The same as a table</summary>
      <table class="cards">
        <Heads names={['When', 'Who', 'Speaks of', 'Words', 'Read at']} />
        <tbody>
          {marks.toReversed().map((mark) => (
            <tr id={rowOf(mark)}>
              <td>
                {!mark.isDated && 'reported '}
                <Day at={mark.when} />
              </td>
              <td>
                {mark.speaker}
                {mark.givenTo && ` to ${mark.givenTo}`}
              </td>
              <td data-name="Speaks of">{mark.isDenial ? `not ${mark.stage}` : mark.stage}</td>
              <td class="wide">
                <a href={`/stories/${mark.storyId}`}>{wordsOf(mark)}</a>
              </td>
              <td data-name="Read at">
                <a href={mark.url}>{mark.outlet}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

/** The words, in marks where they are the speaker's own; the story has all of them. */
function wordsOf({ words, isQuoted }: Mark): string {
  const shown = shortened(words, WORDS_SHOWN)
  return isQuoted ? `“${shown}”` : shown
}

/** The row's address within the page. */
export function rowOf({ id }: Mark): string {
  return `s-${id.replace('#', '-')}`
}
