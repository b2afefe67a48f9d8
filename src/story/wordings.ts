import { plainly } from './letters.ts'

/** Forms of words that name a speaker without a verb of saying, in plain lower case. */

/** Articles and small words before who is named: "laut der ", "en palabras de la directora ". */
const ARTICLE = "(?:the |its |der |dem |die |el |la |le |l'|il |lo |o |a )?"

/** What somebody is, between commas before the name: "according to its producer, ". */
const OFFICE =
  'actor|actress|author|boss|chef|chief|creator|director|directora|head|president|presidente|producer|productor|producteur|produzentin|produzent|produttore|produtor|regisseurin|regisseur|regista|realisateur|realisatrice|star|screenwriter|writer'

/** Before a source, at the end of what precedes it. Example: "in the words of ", "laut der ". */
export const ACCORDING = plainly(
  new RegExp(
    `(?<![\\p{L}-])(?:according to|per|in the words of|signed by|(?:post|statement|message|note|letter) (?:by|from)|laut|zufolge|nach (?:angaben|aussage|den worten) (?:von|des|der)|heißt es (?:dazu )?(?:von|bei|aus|seitens)|segun|(?:palabras|parole|palavras|paroles|mots|worte) (?:de|di|von)|a juicio de|a decir de|selon|d'apres|a en croire|aux dires de|secondo|a detta di|stando a|segundo|de acordo com|na opiniao de) ${ARTICLE}(?:(?:[\\p{L}'-]+ ){0,2}|(?:[\\p{L}'-]+ ){0,3}(?:${OFFICE})(?: (?:of|von|de|di) (?:[\\p{L}'-]+ ){0,2}[\\p{L}'-]+)?, )$`,
    'u',
  ),
)

/** The same at the beginning of a sentence only: "Pour Renn, « … »". */
export const FOR = plainly(
  new RegExp(`^["“”«» ]*(?:for|pour|para|fur) ${ARTICLE}(?:[\\p{L}-]+ )?$`, 'u'),
)

/** After the name: a comma, where German has its verb. Example: "Für Ruiz ist der Film „…“". */
export const BUT_FOR = plainly(/^(?:,| (?:bleibt|ist|sind|war|waren|ware)(?!\p{L}))/u)

/** After a name. Example: "'s answer", "'s post". */
export const OWN_WORDS =
  /^'?s? (?:exact |own |full |only |first |short )?(?:words|quote|answer|response|reply|statement|comments?|message|post|tweet|verdict|caption|note|take)\b|^ tells? it(?!\p{L})/u

/** A written statement of nobody's name is the studio's. */
export const STATEMENT = plainly(
  /(?:(?:a|the|its|brief|written|emailed) statement|(?:according to|in|said in|says) (?:an?|the|its|that|this) (?:[\p{L}-]+ ){0,2}(?:filing|memo|release|announcement|letter|document|presentation)|the (?:filing|memo|release|letter|document) (?:read|say|said|state)|stellungnahme|mitteilung|comunicado|communique|comunicato)/u,
)

/** “…,” is how the first one put it. “…,” says a carpenter. “…,” one of the crew tells us. */
export const SOMEBODY = plainly(
  /^[\s,]*(?:\p{L}{3,}(?:s|ed) (?:one|another)(?=,| of | who )|(?:is|was) (?:how|what) (?:(?:the )?(?:first|second|third|other|latter)(?: one| of them)?|one of them|another(?: one)?) (?:put|puts|said|says|told)|(?:adds?|added|chirp(?:s|ed)|claim(?:s|ed)|confide[sd]|coo(?:s|ed)|dish(?:es|ed)|explain(?:s|ed)|insist(?:s|ed)|recall(?:s|ed)|said|says|swears|purr(?:s|ed)|tells us|told us|whisper(?:s|ed)) (?:an?|one|another|the (?:first|second|other)) \p{Ll}|(?:an?|one|another|the (?:first|second|other)) (?:[\p{Ll}'-]+ ){1,5}(?:added|adds|claims|confides|insists|recalls|said|says|swears|tells|told|whispers))(?!\p{L})/u,
)

/** Right after a quotation, before who puts it so: ", as ", " is how ", ", so ", " That was ". */
export const AS_PUT = plainly(
  /^[\s,.–—-]*(?:(?:as|how|wie|como|comme|come)(?: (?:the|der|die|el|la|le|il|o|a))?|(?:is|was) (?:also )?(?:how|what|the way)(?: the)?|so (?:\p{L}+te (?:[\p{Ll}-]+ ){0,3}|\p{L}+ )?|dixit|that(?: is|'s| was)|thus|so (?:says|said|spoke)) ?(?:[\p{Ll}-]+ )?$/u,
)

/** What leads words that the passive tells of. Example: "has been described as". */
export const PASSIVE = plainly(
  /(?<!\p{L})(?:am|are|be|been|being|got|is|was|were) (?:\p{Ll}+ly )?(?:\p{Ll}+ed|put|told|written|shown|seen)(?: (?:as|to be))? $/u,
)

/** Who says them, right after: ", by ". */
export const AGENT = plainly(/^[\s,]*by (?:the |its |a )?(?:[\p{L}'-]+,? ){0,3}$/u)

/** “…” came the reply from Ana Ruiz. */
export const CAME_FROM = plainly(
  /^[\s,—–-]*(?:came|comes|goes|was|is|ran|went) (?:\p{L}+ ){0,4}(?:from|by|of) (?:the )?(?:[\p{L}-]+ )?$/u,
)

/** “…” — Ana Ruiz, producer. */
export const SIGNED = /^\s*[—–-]{1,2} ?$/u

/** After a name, up to a verb of saying: ", who then ", "che ". */
export const RELATIVE = plainly(/^,? (?:who|qui|que|quien|che|der|die) (?:[\p{L}']+ ){0,3}$/u)

/** Said by a house, not by somebody: "fait-on savoir", "heißt es". */
export const ONE_SAYS =
  /^[\s,–—-]*(?:\p{L}+-(?:t-)?on(?!\p{L})|hei(?:ß|ss)t es(?!\p{L})|se limitan? a )/u

/** What she called “the mask” of the old studio, and said: of whom the words are, not whose. */
export const COMPLEMENT = /^ of [^,.:;]*(?=,)/u
