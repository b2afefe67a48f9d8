import type { Topic } from '../../src/topic.ts'
import { originals, type Piece } from './corpus.ts'
import { copiesOf } from './edits.ts'
import { type Writer, writerLike } from './prose.ts'
import { pick, type Random, upTo } from './random.ts'

const OUTLETS = 20
const MOST_TELLINGS = 14 // of one story
const HOUR = 3_600_000 // milliseconds

/** Makes news of a topic: articles, retellings of them, copies. */
export type Desk = {
  fresh: (words: number, at: string) => Piece
  retell: (piece: Piece, at: string) => Piece
  copy: (piece: Piece, share: number, at: string) => Piece
}

/**
 * A desk that quotes the topic's people, amid prose like that of a corpus on another film, so that an
 * article makes as many statements as a real one.
 */
export function openDesk(topic: Topic, random: Random): Desk {
  const write = writerLike(originals('limbo').flatMap(({ paragraphs }) => paragraphs))
  const standing = Array.from({ length: OUTLETS }, () => write(random, 30)[0] ?? '')
  let count = 0
  const print = (paragraphs: string[], published: string): Piece => {
    const outlet = upTo(random, OUTLETS)
    const title = `${topic.title}: ${write(random, 8)[0]?.split(' ').slice(0, 9).join(' ')}`
    const id = `bench-${count++}`
    const text = [...paragraphs, standing[outlet] ?? '']
    return { id, outlet: `Outlet ${outlet}`, title, published, paragraphs: text }
  }
  return {
    fresh: (words, at) => print(report(topic, write, random, words), at),
    retell: ({ paragraphs }, at) => {
      const quoted = paragraphs.filter((text) => text.startsWith('“')).slice(0, 1)
      return print([`${topic.title} is talked of again.`, ...quoted, ...write(random, 250)], at)
    },
    copy: (piece, share, at) => {
      const copies = copiesOf(piece, share, random)
      return print(pick(random, copies).piece.paragraphs, at)
    },
  }
}

function report(topic: Topic, write: Writer, random: Random, words: number): string[] {
  const [lead = '', ...rest] = write(random, words - 90)
  const quotes = Array.from({ length: 2 + upTo(random, 2) }, () => {
    const said = write(random, 20)[0]?.split(' ').slice(0, 22).join(' ')
    return `“${said}, and we are working on ${topic.title},” said ${pick(random, topic.people).name}.`
  })
  return [`${lead} ${topic.title} is what they talked of.`, ...quotes, ...rest]
}

/** Stories of 1 to 14 articles: half of the tellings retell, a third copies lightly changed. */
export function sampleOf(desk: Desk, random: Random, articles: number, until: number): Piece[] {
  const pieces: Piece[] = []
  while (pieces.length < articles) {
    const start = until - (articles - pieces.length) * 6 * HOUR
    const at = (nth: number) => new Date(start + nth * HOUR).toISOString()
    const first = desk.fresh(250 + upTo(random, 750), at(0))
    const tellings = Math.floor(MOST_TELLINGS ** random()) - 1
    const others = Array.from({ length: tellings }, (_, i) =>
      random() < 0.6
        ? desk.retell(first, at(i + 1))
        : desk.copy(first, pick(random, [0, 0.05, 0.1]), at(i + 1)),
    )
    pieces.push(first, ...others)
  }
  return pieces.slice(0, articles)
}
