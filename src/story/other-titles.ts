import { at, type FilmMention } from './film-mention.ts'
import { matches } from './found.ts'
import type { Lens } from './lens.ts'
import { CAPITAL, kindAt, plainly } from './letters.ts'
import { isTitle, isTitleCase } from './titles.ts'

/** Nouns beside which a title with capitals is a work. */
const WORK =
  'adventure|anime|biopic|book|comedy|comic|comic book|documentary|drama|film|films|franchise|game|graphic novel|heist|horror|limited series|manga|miniseries|movie|movies|musical|novel|picture|play|prequel|reboot|remake|romance|saga|satire|sequel|sequels|series|show|sitcom|spin-off|spinoff|thriller|trilogy|western|epic|thriller|actioner|rom-com|dramedy'
const CAPITALS = plainly(
  /(?<![\p{L}\p{N}'’-])(?:\p{Lu}[\p{L}'-]*|\d+)(?:(?: (?:(?:of|and|in|on|to|for)(?: the| a)?|vs\.|&))* (?:\p{Lu}[\p{L}'-]*|\d+)|: \p{Lu}[\p{L}'-]*)*/gu,
)
const NUMBERED = /(?: \d{1,2}| [IVX]{2,4}|: .+)$/u
const AFTER_WORK = plainly(
  new RegExp(`(?:${WORK})(?: adaptation)?,? (?:called |titled |entitled )?$`, 'u'),
)
const BEFORE_WORK = plainly(new RegExp(`^(?:'s)? (?:${WORK})(?![\\p{L}])`, 'u'))

/** "the sequel, Which Goes on Ice": a clause of a headline. */
const RELATIVE = /^(?:Which|Who|Whose|That|As|But|And|Is|Will|Has|Gets|Goes|Says)(?![\p{L}])/u

/** Films without a title that are not the one in question: "two films", "his next project". */
export const OTHERS = plainly(
  /(?<![\p{L}])(?:(?:two|three|four|five|six|several|many|multiple|other|various|upcoming) (?:[\p{Ll}-]+ )?(?:films|movies|projects|features|pictures|scripts)|(?:his|her|their) (?:next|new|other|latest|upcoming) (?:film|movie|project|feature|picture|series|show))(?![\p{L}])/gu,
)

/** Works that are no film of the series: "the anime is greenlit". */
export const WORKS = plainly(
  /(?<![\p{L}])(?:the|an?|our|that|this) (?:tv |television |animated |video |limited )?(?:anime|documentary|game|manga|(?:broadway|stage) (?:musical|show)|podcast|prequel|reboot|series|show|spin-?off)(?![\p{L}-])/gu,
)

const BEFORE = 40 // characters that may hold a word for a work, and what joins it

const NESTED = plainly(/(?<=[\s“"])[‘'][^’‘'“”"]{3,60}['’](?![\p{L}])/gu)

/** Titles in single marks within what somebody says. */
export function nestedTitles(text: string): FilmMention[] {
  return matches(NESTED, text)
    .filter(({ text: marked }) => isTitle(marked.slice(1, -1)) && /\s|\d/.test(marked.slice(1, -1)))
    .map(({ start, end }) => at(start, end - start, 'other'))
}

/** Capitals with a number or a colon, or beside a word for a work, that are none of our people. */
export function capitalTitles(lens: Lens, text: string, low: string): FilmMention[] {
  return matches(CAPITALS, text)
    .map(headed)
    .filter(({ text: name, start, end }) => {
      const before = low.slice(Math.max(0, start - BEFORE), start)
      const isWork =
        (isNumbered(name) &&
          !THING.test(before.slice(-5)) &&
          text.charAt(end) !== '-' &&
          !isSpeaker(lens, name) &&
          !isOccasion(lens, name)) ||
        BEFORE_WORK.test(low.slice(end, end + BEFORE)) ||
        (before.endsWith(' ') && AFTER_WORK.test(before) && !RELATIVE.test(name))
      return isWork && !isKnownName(lens, name)
    })
    .map(({ start, end }) => at(start, end - start, 'other'))
}

/** In a headline in capitals what a numbered film does is no part of its title. */
const DOES =
  /^\p{Lu}.*? \d{1,2}(?= (?:Is|Has|Gets|Got|Will|To|Adds|Begins|Starts|Wraps|Casts|Officially|Sets|Lands|Just|Finally|Now|Goes|Opens|Moves|Loses|Delayed)(?: |$))/u

const DIGIT = / \d/

function headed({ text, start, end }: { text: string; start: number; end: number }) {
  const name = DIGIT.test(text) ? DOES.exec(text)?.[0] : undefined
  return name ? { text: name, start, end: start + name.length } : { text, start, end }
}

/** "Glass Harbor 3", "Glass Harbor: Low Tide"; no date, label ("EXCLUSIVE: …") or ship ("the Argo II"). */
function isNumbered(name: string): boolean {
  return (
    NUMBERED.test(name) &&
    (kindAt(name, 0) & CAPITAL) !== 0 &&
    !CALENDAR.test(name) &&
    !LABEL.test(name)
  )
}

/** "the Argo II". */
const THING = /(?:^|[^\p{L}])the $/u

/** "Frame & Field: So how far along are you?": who speaks in an interview in print. */
function isSpeaker({ people, outlets }: Lens, name: string): boolean {
  const [head = ''] = name.split(': ')
  const isOutlet = outlets.some(({ plain }) => plain.toLowerCase().endsWith(head.toLowerCase()))
  return head !== name && (isOutlet || (people !== null && head.replace(people, '').trim() === ''))
}

/** "Harbour Fair: Ana says she would love to": a place, and who spoke there. */
function isOccasion({ people, givenNames }: Lens, name: string): boolean {
  const [, tail = ''] = name.split(': ')
  return givenNames.has(tail) || (people !== null && tail !== '' && tail.search(people) === 0)
}

const LABEL = plainly(
  /^(?:[\p{Lu}\d\s.'&-]+|[^:]*'[a-z]+|(?:Episode|Folge|Episodio|Issue|Volume|Day|Part|Chapter|Capitulo) \d+|Related|Update|Updated|Source|Note|Photo|Watch|Read|Report|Interview|Review|Exclusive|Warning|Spoiler|[\p{Lu}][\p{Ll}]+): /u,
)
const CALENDAR =
  /(?:^| )(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Summer|Spring|Autumn|Fall|Winter|Q[1-4]|Phase|Page|Chapter|Scene|Take|Prise|Escena|Scena|Szene|Season|Part|Day|Issue|Stage|Number|No|Top|World|Formula|Super Bowl) \d+$|^(?:The|In|On|A|And|But|It|At|By|Since|After|Before|That|Some|About|Around|Only|All|Just|Over|Nearly) \d+$/u

/** Words with a capital that begin a sentence, not a title: "That movie is cancelled". */
const NO_TITLE =
  /^(?:That|This|The|A|An|Each|Every|Their|His|Her|Its|My|Our|Your|Another|One|No|Any|Some|First|New|Old|Next|Last|Second|Third|Original|Best|Worst|Greatest|Biggest|Favorite|Favourite|Feature|What|Which|Whose|Most|Many|Few|Both|All|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Even|Big|Cult|Hit|Upcoming|Live-action|Sci-Fi|Fantasy|Hollywood|American|British)$/u

function isKnownName(lens: Lens, name: string): boolean {
  if (NO_TITLE.test(name.replace(/^The /, '')) || lens.givenNames.has(name)) return true
  const matched = lens.people ? name.replace(lens.people, '').trim() : name
  const unowned = lens.studios ? matched.replace(lens.studios, '') : matched
  const rest = unowned.replace(JOINTS, '').trim()
  return (
    !THREE_LETTERS.test(rest) ||
    (rest !== name && NOT_A_NAME.test(rest)) ||
    lens.outlets.some(({ plain }) => plain.includes(rest))
  )
}

const THREE_LETTERS = plainly(/\p{L}{3}/u)

/** What joins two names of ours: "Ana Ruiz and Cleo Vance". */
const JOINTS = plainly(/(?<![\p{L}])(?:of|and|in|on|to|for|the|a|vs\.|&)(?![\p{L}])/gu)

const NOT_A_NAME = plainly(
  /^(?:I|I'\p{L}+|It|He|She|We|They|You|There|That|This|These|Those|What|Who|When|Where|Why|How|Per|Via|According|With|From|For|After|Before|Since|By|At|On|In|If|As|And|But|So|Or|Yes|No|Not|Now|Then|Still|Filming|Production|Shooting|Cameras|Principal|Work|Everything|Nothing|Nobody|Everybody|Studio|Director|Producer|Writer|Star|Actor|Actress|Fans|Development|Development|Sequel|Part|Exclusive|Report|Rumor|Update)$/u,
)
const DATE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Lunes|Martes|Miercoles|Jueves|Viernes|Sabado|Domingo|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag|Lunedi|Martedi|Mercoledi|Giovedi|Venerdi|Sabato|Christmas|Easter|Halloween|Thanksgiving|Navidad|Semana Santa|Weihnachten|Ostern|Pfingsten|Noel|Paques|Natale|Pasqua|Ferragosto|Natal|Pascoa|Carnaval)(?!\p{L})/u

/** German writes every noun with a capital. */
const GERMAN = plainly(
  /(?<![\p{L}])(?:auf|das|daran|der|ein|eine|haben|im|ist|nicht|seit|soll|und|weg|wieder|wird|zum|zur)(?![\p{L}])/u,
)

/** Nothing before, or the colon and the marks that speech opens with. */
const NO_LETTERS = plainly(/^[^\p{L}]*$|[:.!?…,] ?["“‘'«„] ?$/u)

/** "C'est dans la boite", "L'annonce": no name. */
const ELIDED = plainly(/^(?:[CDJLMNST]|Qu|Dell|All|Un)'\p{Ll}[\p{L}-]*$/u)

/** Capitals that may be a title, being no person, studio, outlet or day: to be judged by their place. */
export function namesIn(
  lens: Lens,
  plain: string,
  from: number,
  to: number,
): { start: number; end: number }[] {
  const text = plain.slice(from, to)
  if (isTitleCase(text) || GERMAN.test(text)) return []
  return matches(CAPITALS, text)
    .map(({ text: name, start }) => unlabelled(name, start))
    .map(({ text: name, start }) => undated(name, start))
    .filter(({ text: name, start }) => {
      if ((kindAt(name, 0) & CAPITAL) === 0 || NOT_A_NAME.test(name) || DATE.test(name))
        return false
      if (CALENDAR.test(name) || ELIDED.test(name)) return false
      const isOpening = NO_LETTERS.test(text.slice(0, start)) && !/[\s\d]/.test(name)
      return !isOpening && !isKnownName(lens, name) && !isOurFilm(lens, name)
    })
    .map(({ start, end }) => ({ start: from + start, end: from + end }))
}

const SPEAKER = plainly(/^[\p{Lu}\d.'&-]{2,}: (?=.)/u)

/** "RUIZ: It is": who speaks a turn of a transcript. */
function unlabelled(text: string, start: number): { text: string; start: number } {
  const lead = SPEAKER.exec(text)?.[0].length ?? 0
  return { text: text.slice(lead), start: start + lead }
}

const ON_DAY = / (?:on|in|of|for) (?:the )?(?=\p{Lu})/gu

/** "Told Reel Post on Wednesday": the day is no part of the name. */
function undated(text: string, start: number): { text: string; start: number; end: number } {
  const day = matches(ON_DAY, text).find(({ end }) => DATE.test(text.slice(end)))
  const name = day ? text.slice(0, day.start) : text
  return { text: name, start, end: start + name.length }
}

function isOurFilm(lens: Lens, name: string): boolean {
  const low = name.toLowerCase()
  return low.search(lens.awaited) >= 0 || (lens.first !== null && low.search(lens.first) >= 0)
}
