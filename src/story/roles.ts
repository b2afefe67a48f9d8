import { DIGIT, finderOf, LETTER, plainly } from './letters.ts'
import type { VoiceRole } from './voices.ts'

/** Nouns that name somebody by what they do, lower case, without accents. */
const ROLE_NOUNS: Partial<Record<VoiceRole, string>> = {
  director: `co-director director directora directrice film-maker filmmaker helmer cineast cineasta
    realizador realizadora realisateur realisatrice regista regisseur regisseurin diretor diretora`,
  producer: `co-producer executive producer producer produttore produttrice productor productora
    producteur productrice produtor produtora produzent produzentin`,
  writer: `co-writer screenwriter scribe scripter writer autorin drehbuchautor drehbuchautorin
    guionista scenariste sceneggiatore sceneggiatrice roteirista`,
  actor: `actor actress co-star lead star comedien comedienne interprete protagonista vedette acteur actrice actriz attore attrice ator atriz
    darsteller darstellerin hauptdarsteller hauptdarstellerin schauspieler schauspielerin`,
  studio: `boss ceo company streamer chair chairman chairwoman chief co-chair co-chairman co-president exec executive
    executives head honcho president rep representative reps spokesman spokesperson spokeswoman
    studio estudio compania empresa societe konzern streamingdienst plattform plataforma plateforme piattaforma vice-president chefe diretor-geral directivo directiva dirigeant dirigeante dirigente ejecutivo
    ejecutiva executiva executivo manager patron patronne porta-voz porte-parole portavoce portavoz president presidenta presidente presidentin vorstand sprecher sprecherin studiochef studiochefin`,
  other: `agent analyst attorney cinematographer composer critic fan fans grip historian host
    interviewer journalist lawyer moderator neighbor neighbour professor reporter reviewer stuntman
    student viewer youtuber`,
  author: `author cartoonist creator mangaka novelist autor`,
}

const ROLE_OF_NOUN = new Map(
  Object.entries(ROLE_NOUNS).flatMap(([role, nouns]) =>
    (nouns ?? '').split(/\s+/).map((noun) => [noun, role as VoiceRole] as const),
  ),
)

/** Every role noun of a plain lower-case text, found word by word. */
export const roleNounsIn = finderOf(ROLE_OF_NOUN.keys(), LETTER | DIGIT, true)

export function isRoleNoun(word: string): boolean {
  return ROLE_OF_NOUN.has(word)
}

/** The role that a noun names; `executive` alone is a studio's. */
export function roleOf(noun: string): VoiceRole {
  return ROLE_OF_NOUN.get(noun) ?? 'other'
}

/** Words for people who give no name, in plain lower-case text. Example: "a second source". */
export const INSIDER_NOUN = plainly(
  /(?<![\p{L}-])(?:(?:studio |production |industry |company )?insiders?|deep throats?|birdies?|leakers?|scoopers?|tipsters?|moles?|whistleblowers?|(?:(?:an?|one|another|second|third|our|two|three|several|multiple|various|numerous|unnamed|anonymous|well-placed|separate|trusted|other|different|close|some|production|studio|industry|inside|reliable) )(?:[\p{L}-]+ ){0,2}?sources?|sources (?:say|said|tell|told|close|familiar|claim|have|with)|(?:person|people|someone|somebody|those) (?:close to|familiar with|briefed on|who works? (?:there|on|at|for)|with knowledge|in the know|who (?:claims|asked not)|who (?:has|have|had|'s|'ve) (?:read|seen|heard|visited|worked))|(?:an?|one|another|two|three|several|some|former) (?:[\p{L}-]+ ){0,2}(?:crew members?|employees?|staff members?|staffers?)|insidern?|fuentes|eine quelle)(?![\p{L}-])/gu,
)
