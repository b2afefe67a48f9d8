/**
 * Words that stand for each other, so that a phrase is made of kinds of words instead of words:
 * `BEGIN the|its? SHOOT` reads "kicked off production" as well as "starts filming". Verbs come with
 * all their forms; `NAME.ed` are those of the past and the participle only, `NAME.ing` and
 * `NAME.now` the others. A word after a plus belongs to the verb: `kick+off`.
 */
const VERBS = {
  // Any beginning. Example: "Cameras got under way."
  BEGIN: 'begin:began:begun commence start kick+off get:got+underway get:got+under+way',
  // Any end of work. Example: "They have completed photography."
  FINISH: 'finish complete conclude end wrap',
  // What a writer does. Example: "She is penning the sequel."
  WRITE: 'write:wrote:written co-write rewrite:rewrote:rewritten pen script draft adapt',
  // How pages change hands. Example: "She handed in a draft."
  DELIVER: 'deliver submit:submitted turn+in hand+in',
  // How somebody comes to a film. Example: "Northlight tapped a writer."
  HIRE: 'appoint engage enlist find:found hire land recruit sign tap bring:brought+on bring:brought+in line+up',
  // A studio's yes. Example: "The board okayed it."
  APPROVE:
    'approve wave+through rubber-stamp green-light:green-lit greenlight:greenlit ok okay green-light:green-lighted greenlight:greenlighted',
  // How a yes is given or had. Example: "It scored a green light."
  GIVE: 'give:gave:given get:got:gotten have:had receive win:won land earn secure score nab grab obtain grant',
  // What puts a film aside. Example: "They mothballed it."
  SHELVE: 'backburner back-burner halt mothball park pause shelve stall suspend',
  // What ends it. Example: "They binned it."
  CANCEL: 'axe:axed ax:axed cancel:cancelled cancel:canceled junk nix scrap scuttle',
  // The same where its object tells that a film is meant. Example: "They killed the movie."
  DROP: 'abandon bin ditch drop dump kill',
  // What brings it back. Example: "The streamer rescued it."
  REVIVE: 'reactivate relaunch rescue restart resurrect resuscitate revive unpause unshelve',
  // What puts it before an audience. Example: "It bows in May."
  OPEN: 'arrive bow debut drop hit:hit land launch open premiere release stream',
  // Going through with it. Example: "They pulled the trigger."
  PULL: 'pull',
  // A date that moves. Example: "They bumped it to May."
  PUSH: 'bump delay move postpone push shift',
  // Trying at something. Example: "Still tinkering with it."
  TINKER: 'beaver chip hammer noodle plug toil tinker',
} as const satisfies Record<string, string>

const NOUNS = {
  // The film, as the object of what is done to it. Example: "They killed the project."
  FILM: 'it sequel sequels follow-up followup film films movie movies project picture feature installment continuation another second',
  // Shooting as a thing that begins and ends. Example: "Photography began."
  SHOOT: 'filming shooting production photography lensing shoot principal',
  // What writers hand in. Example: "A first pass."
  SCRIPT:
    'script scripts screenplay screenplays draft drafts outline outlines treatment treatments pass pages teleplay',
  // Who writes or directs. Example: "They found a helmer."
  MAKER:
    'writer writers screenwriter screenwriters scribe director directors helmer filmmaker showrunner',
  // A date, as far as words tell. Example: "It opens in May."
  MONTH:
    'january february march april may june july august september october november december jan feb aug sept oct nov dec spring summer fall autumn winter christmas thanksgiving easter',
  // Where a film opens. Example: "In cinemas."
  SCREENS: 'theaters theatres cinemas screens imax multiplexes',
} as const satisfies Record<string, string>

const CLASSES: ReadonlyMap<string, string[]> = new Map([
  ...Object.entries(NOUNS).map(([name, words]) => [name, words.split(' ')] as const),
  ...Object.entries(VERBS).flatMap(([name, verbs]) => {
    const all = verbs.split(' ').map(conjugated)
    return [
      [name, all.flatMap(({ now, ed, ing }) => [...now, ...ed, ing])],
      [`${name}.now`, all.flatMap(({ now }) => now)],
      [`${name}.ed`, all.flatMap(({ ed }) => ed)],
      [`${name}.ing`, all.map(({ ing }) => ing)],
    ] as [string, string[]][]
  }),
])

/**
 * The phrases that a phrase with classes stands for: one with the single words of each class, and
 * one for each way of several words.
 */
export function expanded(phrase: string): string[] {
  return phrase
    .split(' ')
    .map(waysOf)
    .reduce((before, ways) => before.flatMap((start) => ways.map((way) => `${start} ${way}`)), [''])
    .map((made) => made.trim())
}

function waysOf(part: string): string[] {
  if (!/\p{Lu}/u.test(part)) return [part]
  const mark = part.endsWith('?') ? '?' : ''
  const words = part
    .replace('?', '')
    .split('|')
    .flatMap((word) => CLASSES.get(word) ?? [word])
  const single = words.filter((word) => !word.includes(' '))
  return [`${[...new Set(single)].join('|')}${mark}`, ...words.filter((word) => word.includes(' '))]
}

type Forms = { now: string[]; ed: string[]; ing: string }

/** "begin:began:begun" gives all its forms, "kick+off" those of kick, each with off. */
function conjugated(entry: string): Forms {
  const [verb = '', ...tail] = entry.split('+')
  const [base = '', past, participle] = verb.split(':')
  const end = tail.map((word) => ` ${word}`).join('')
  const ed = past ? [past, participle ?? past] : [`${joined(base)}ed`.replace('eed', 'ed')]
  return {
    now: [base + end, thirdPerson(base) + end],
    ed: [...new Set(ed)].map((form) => form + end),
    ing: `${joined(base).replace(/e$/, '')}ing${end}`,
  }
}

/** The stem before an ending: "wrap" doubles its last letter, "open" does not. */
function joined(base: string): string {
  const isShort = /^(?:[^aeiou]*|\p{L}+-)[^aeiou]*[aeiou][bdgmnprt]$/u.test(base)
  return isShort || /^[^aeiou]*e?gin$/.test(base) ? base + base.slice(-1) : base
}

function thirdPerson(base: string): string {
  return /(?:s|x|ch|sh)$/.test(base) ? `${base}es` : `${base}s`
}
