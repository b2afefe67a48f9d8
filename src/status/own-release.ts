import { foldedWords } from '../story/fold.ts'
import type { Lens } from '../story/lens.ts'
import { OUTLET, type Voice } from '../story/voices.ts'
import type { Claim } from './claims.ts'

/** What a studio's own newsroom prints in its own voice, the studio says. */
export function ownRelease(lens: Lens, outlet: string, claims: Claim[]): Claim[] {
  const voice = newsroomOf(lens, outlet)
  if (!voice) return claims
  return claims.map((claim) =>
    claim.voice === OUTLET && claim.quote === null ? { ...claim, voice } : claim,
  )
}

/** Example: "Northlight Newsroom" is Northlight Pictures'. Null for an outlet that is no studio's. */
function newsroomOf({ topic }: Lens, outlet: string): Voice | null {
  const [first = '', ...rest] = foldedWords(outlet)
  const isRoom = rest.some((word) => /^(?:newsroom|press|media|presse|prensa|stampa)$/.test(word))
  const studio = topic.studios.find((name) => foldedWords(name)[0] === first)
  return isRoom && studio ? { name: studio, role: 'studio' } : null
}
