import type { Person, Topic } from '../topic.ts'
import { plainOf } from './tokens.ts'

/** Given names that are words as well. */
const WORDS =
  /^(?:april|art|august|autumn|bill|chance|chase|dawn|dean|drew|earl|faith|frank|grace|grant|hope|ivy|jack|joy|june|king|lily|major|mark|max|may|miles|miss|mister|pat|prince|ray|rich|rob|robin|rose|sky|star|sunny|summer|will|young)$/

/** The topic's people by given names that mean one of them alone; titles and words mean nobody. */
export function givenNamesOf(
  { people, title, first_film }: Topic,
  personOf: ReadonlyMap<string, Person>,
): Map<string, Person> {
  const titles = plainOf(`${title} ${first_film?.title ?? ''}`).toLowerCase()
  const byGiven = Map.groupBy(people, ({ name }) => plainOf(name.split(' ')[0] ?? name))
  return new Map(
    [...byGiven].flatMap(([given, [person, ...others]]) => {
      const isPlain = given.length > 2 && !WORDS.test(given.toLowerCase())
      const isOurs = others.length === 0 && !personOf.has(given)
      return person && isPlain && isOurs && !titles.includes(given.toLowerCase())
        ? [[given, person] as const]
        : []
    }),
  )
}
