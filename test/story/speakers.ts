import { lensOf } from '../../src/story/lens.ts'
import { passageOf } from '../../src/story/passage.ts'
import { quotationsOf } from '../../src/story/quotations.ts'
import { emberfall } from '../status/emberfall.ts'

export const RENN = 'Tobias Renn'
export const CALLOWAY = 'Ines Calloway'
export const VANCE = 'Cleo Vance'
export const WHITLOCK = 'Dana Whitlock'

/** A form of quoting, a text (paragraphs parted by a blank line), and who speaks in it. */
export type Case = [form: string, text: string, speakers: string[]]

/** Who speaks each quotation of a text: a name, else a role. */
export function speakers(text: string): string[] {
  return quotationsOf(passageOf(lensOf(emberfall), text.split('\n\n'))).map(
    ({ speaker }) => speaker.name ?? speaker.role,
  )
}
