import { foldedWords } from './fold.ts'
import { type Found, matches } from './found.ts'
import type { Lens } from './lens.ts'
import { plainly } from './letters.ts'
import type { Voice } from './voices.ts'

const HANDLE = plainly(/(?<![\p{L}\p{N}.])@[\w.]{3,40}/gu)

/** Accounts of people and studios of the topic. Example: "@anaruiz_official: “Day one.”" */
export function handlesIn(lens: Lens, text: string): { found: Found; voice: Voice }[] {
  return [...matches(HANDLE, text)].flatMap((found) => {
    const voice = voiceOf(lens, found.text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
    return voice ? [{ found, voice }] : []
  })
}

/** Whose full name, or a studio's, the account's name holds. */
function voiceOf({ topic }: Lens, handle: string): Voice | null {
  const person = topic.people.find(({ name }) => handle.includes(foldedWords(name).join('')))
  if (person) return { name: person.name, role: person.role }
  const studio = topic.studios.find((name) => handle.includes(foldedWords(name).join('')))
  return studio ? { name: studio, role: 'studio' } : null
}
