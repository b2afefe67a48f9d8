import { Tokenizer } from 'htmlparser2'
import { QuietListener } from '../quiet-listener.ts'

/** Elements that hold nothing, so that they are never closed. */
const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/**
 * Whether elements stand in one another deeper than `limit`, or are opened so often without being
 * closed: parsers and selectors take quadratic time over such a page.
 */
export function isDeep(html: string, limit: number): boolean {
  const counter = new DepthCounter(html, limit)
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: false }, counter)
  counter.stop = () => tokenizer.pause()
  tokenizer.write(html)
  tokenizer.end()
  return counter.isOver
}

class DepthCounter extends QuietListener {
  isOver = false
  stop = () => {}
  readonly #html: string
  readonly #limit: number
  readonly #open = new Map<string, number>()
  #depth = 0

  constructor(html: string, limit: number) {
    super()
    this.#html = html
    this.#limit = limit
  }

  override onopentagname(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase()
    if (VOID.has(name)) return
    this.#open.set(name, (this.#open.get(name) ?? 0) + 1)
    if (++this.#depth <= this.#limit) return
    this.isOver = true
    this.stop()
  }

  override onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase()
    const open = this.#open.get(name) ?? 0
    if (open === 0) return
    this.#open.set(name, open - 1)
    this.#depth--
  }
}
