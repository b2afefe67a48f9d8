import type { Passage, Told } from '../story/passage.ts'
import { sayVerbsIn } from '../story/say-verbs.ts'
import { OUTLET, type Voice } from '../story/voices.ts'
import type { Claim } from './claims.ts'

/**
 * A sentence that tells who said what was just told, accents off, lower case. Example: "Lo ha
 * annunciato la regista", "The news was confirmed by the studio", "That is according to Ruiz".
 */
const REFERS =
  /^(?:lo (?:ha|han|anuncio|confirmo|conto)|(?:la |l'|the |die |das |der |a )(?:news|announcement|information|report|start date|informazione|nouvelle|annonce|annuncio|noticia|anuncio|nachricht|notizia|casting|date)(?![a-z])|das (?:teilte|gab|bestatigte|verkundete)|c'est ce qu|(?:that|this) (?:is|comes|was|'s) (?:according|from|all from)|that's according|so said |ad annunciar|a confirmar|anunciou-o )/

/** Who says an outlet's claim, where a sentence right after it in the text tells so. */
export function announcedBy(passage: Passage, claim: Claim): Claim {
  if (claim.quote || claim.voice !== OUTLET) return claim
  const at = passage.sentences.indexOf(claim.sentence)
  const voices = passage.sentences.slice(at + 1, at + 3).map((next) => voiceOf(passage, next))
  const voice = voices.find((one) => one !== null)
  return voice ? { ...claim, voice } : claim
}

function voiceOf({ plain }: Passage, { paragraph, start, end, met }: Told): Voice | null {
  const low = (plain[paragraph] ?? '').slice(start, end).toLowerCase()
  if (!REFERS.test(low)) return null
  const isSaid = sayVerbsIn(low).length > 0 || /confirm|annonc|announc|according/.test(low)
  return isSaid ? (met.find(({ guessed }) => !guessed)?.voice ?? null) : null
}
