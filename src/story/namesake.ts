import { matches } from './found.ts'
import type { Passage } from './passage.ts'

/** Words of other things that bear a film's name, each counted once. */
const THINGS =
  /\b(?:album|aircraft|app|band|beta|betting|boat|brewery|card game|console|crew module|deck|dlc|drone|drug|early access|esports|ferry|fragrance|gameplay|gamers|horses?|indie game|jockey|launch (?:pad|vehicle|window)|microscope|mobile game|orbit(?:al|er)?|patch|payload|perfume|platforms|playable|players|plugin|racehorse|radar|restaurant|rocket|satellites?|single|software|song|spacecraft|stable|steam|telescope|toolkit|tour dates|trackers?|trial|vaccine|vessel|video game|winery|yacht)\b/g
const FILM_WORDS =
  /\b(?:actor|actors|actress|adaptation|box office|cast|casting|cinemas?|director|directed|filmed|filming|filmmaker|film|films|franchise|hollywood|movie|movies|producer|screenplay|screenwriter|starring|stars|studio's|theaters|theatres|trailer)\b/g
/** "no connection to the 2018 movie of the same name". */
const UNRELATED =
  /\b(?:no (?:connection|relation|link) (?:to|with)|not (?:to be confused with|related to|connected to|affiliated with)|nothing to do with|unrelated to|of the same name|shares (?:its|a|the) name|namesake)\b/

/**
 * Whether a text is of another thing with the film's name: it names nobody of the film and no
 * studio, and its words are of games, rockets or songs.
 */
export function isNamesake(passages: Passage[]): boolean {
  const isOurs = passages.some(({ lens, sentences }) =>
    sentences.some(({ met }) =>
      met.some(({ voice }) => isOfTopic(lens.topic, voice?.name ?? null)),
    ),
  )
  if (isOurs) return false
  if (passages.some(isCompany)) return true
  const low = passages
    .flatMap(({ plain }) => plain)
    .join('\n')
    .toLowerCase()
  const things = new Set(low.match(THINGS)).size
  const films = new Set(low.match(FILM_WORDS)).size
  if (films === 0 && isLongEnglish(low)) return true
  return things >= 2 && (films <= 1 || (UNRELATED.test(low) && films <= things))
}

const LONG = 400 // characters: news of a film comes to a word of films sooner

/** A report in the language of those words, long enough to need one: "a cut-rate power plan". */
function isLongEnglish(low: string): boolean {
  return low.length > LONG && (low.match(/ (?:the|of|and|is|was) /g)?.length ?? 0) > low.length / 80
}

/** What ends a company's name. Example: "Emberfall Inc., a maker of lanterns". */
const COMPANY =
  /^,? (?:inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|gmbh|ag|kg|holdings|s\.?a|s\.?l|s\.?r\.?l|ltda)(?![\p{L}])/u

function isCompany({ lens, plain }: Passage): boolean {
  return plain.some((text) => {
    const low = text.toLowerCase()
    return [lens.awaited, lens.first].some(
      (titles) =>
        titles !== null && matches(titles, low).some(({ end }) => COMPANY.test(low.slice(end))),
    )
  })
}

function isOfTopic({ people, studios }: Passage['lens']['topic'], name: string | null): boolean {
  return name !== null && (studios.includes(name) || people.some((person) => person.name === name))
}
