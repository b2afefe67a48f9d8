import type { ROLES } from '../topic.ts'

/** What somebody is to the film; an insider has no name, an outlet speaks in its own voice. */
export type VoiceRole = (typeof ROLES)[number] | 'insider' | 'outlet'

/** Who says something. The name is as the topic has it, or as printed; null where none is given. */
export type Voice = { name: string | null; role: VoiceRole }

export const OUTLET: Voice = { name: null, role: 'outlet' }
export const INSIDER: Voice = { name: null, role: 'insider' }
