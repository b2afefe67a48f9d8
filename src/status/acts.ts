import type { Met } from '../story/antecedents.ts'
import { isCompany } from '../story/aside.ts'
import type { Passage, Told } from '../story/passage.ts'
import { OUTLET, type Voice } from '../story/voices.ts'
import type { Claim } from './claims.ts'

/** Between who acts and the verb: what a company is, "has also". */
const BETWEEN =
  /^(?:,[^,.;:]{1,90},)?(?:,? (?:and|has|have|had|is|are|was|also|now|already|currently|still|just|recently|quietly|officially|formally))* $/u

/** What a company does about a film that is not approved. Example: "has commissioned a screenplay". */
const OF_HOUSES =
  /^(?:acquir(?:ed|es)|bought|buys|brought|commission(?:ed|s)|engaged|enlist(?:ed|s)|hir(?:ed|es)|land(?:ed|s)|lined|option(?:ed|s)|picked|put|recruit(?:ed|s)|relaunch(?:ed|es)|rescued|restarted|resum(?:ed|es)|resurrect(?:ed|s)|reviv(?:ed|es)|set|sets|signed|tapped|taps)(?!\p{L})/u

/** What its makers do on it. Example: "is supervising the script", "has got through two drafts". */
const OF_MAKERS =
  /^(?:(?:supervis|writ|rewrit|draft|pen|develop|polish|storyboard|oversee|scripting|work|design|plott|outlin)\p{L}*ing(?: up| on| out)?|got(?:ten)? through|finished|completed|delivered|handed in|turned in|written|rewritten|(?:ya )?(?:trabaja en|escribe)|(?:já )?(?:trabalha em|escreve)|(?:già )?(?:lavora a|scrive)|travaille (?:déjà )?(?:sur|à)|écrit|arbeitet (?:schon |bereits )?an|schreibt)(?!\p{L})/u

const MAKERS: ReadonlySet<string> = new Set(['director', 'producer', 'writer'])

/**
 * Work on the film that a reporter tells as the act of who answers for it is that one's word: "The
 * company has hired Ana Ruiz to write". Approval and more need words of theirs; and where the text
 * is built on what nameless people say, the reporter's word stays the reporter's.
 */
export function actedBy(passage: Passage, claims: Claim[]): Claim[] {
  if (claims.some(({ voice }) => voice.role === 'insider')) return claims
  return claims.map((claim) => {
    const { cue, quote } = claim
    const isWork = cue.stage === 'development' && cue.modality === 'fact' && !cue.past
    if (quote || !isWork || claim.voice !== OUTLET) return claim
    const voice = actor(passage, claim.sentence)
    return voice ? { ...claim, voice } : claim
  })
}

function actor({ lens, plain }: Passage, { paragraph, start, end, met }: Told): Voice | null {
  const low = (plain[paragraph] ?? '').slice(start, end).toLowerCase()
  const isActor = ({ voice, aside, guessed, end: at, isOffice }: Met) => {
    if (!voice || aside || guessed) return false
    const isHouse = voice.role === 'studio' && (isOffice || isCompany(lens, voice))
    if (!isHouse && !(MAKERS.has(voice.role) && voice.name)) return false
    return isDoing(low.slice(at - start), isHouse ? OF_HOUSES : OF_MAKERS)
  }
  return met.find(isActor)?.voice ?? null
}

/** Whether a verb of `acts` follows at once, or after what the subject is. */
function isDoing(rest: string, acts: RegExp): boolean {
  return [...rest.matchAll(/ (?=\p{L})/gu)].some(
    ({ index }) =>
      index < 130 && acts.test(rest.slice(index + 1)) && BETWEEN.test(rest.slice(0, index + 1)),
  )
}
