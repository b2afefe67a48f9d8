import type { Claim } from './claims.ts'

/**
 * Plans that a studio tells in one breath with its approval are part of it: "We're making it. It
 * shoots next June" is no more than a yes.
 */
export function withApproval(claims: Claim[]): Claim[] {
  return claims.map((claim) =>
    isPlan(claim) && claims.some((other) => isApproval(other) && other.quote === claim.quote)
      ? { ...claim, cue: { ...claim.cue, stage: 'greenlit' } }
      : claim,
  )
}

function isPlan({ quote, voice, cue }: Claim): boolean {
  return (
    quote !== null &&
    voice.role === 'studio' &&
    cue.modality === 'plan' &&
    cue.stage === 'pre-production'
  )
}

function isApproval({ voice, cue }: Claim): boolean {
  return voice.role === 'studio' && cue.modality === 'fact' && cue.stage === 'greenlit'
}
