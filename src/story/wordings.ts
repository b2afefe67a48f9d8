/** Forms of words that name a speaker without a verb of saying, in plain lower case. */

/** Before a source, at the end of what precedes it. Example: "in the words of ", "laut der ". */
export const ACCORDING =
  /(?<!\p{L})(?:according to|per|in the words of|laut|zufolge|nach (?:angaben|aussage|den worten) (?:von|des|der)|segun|en palabras de|a juicio de|selon|d'apres|aux dires de|secondo|a detta di|nelle parole di|stando a|segundo|nas palavras d[aeo]|de acordo com) (?:the |its |der |dem |die |el |la |le |il |lo |o |a )?(?:[\p{L}-]+ ){0,2}$/u

/** After a name. Example: "'s answer", "'s post". */
export const OWN_WORDS =
  /^'?s? (?:exact |own |full |only |first |short )?(?:words|quote|answer|response|reply|statement|comments?|message|post|tweet|verdict|caption|note)\b/

/** A written statement of nobody's name is the studio's. */
export const STATEMENT =
  /(?:(?:a|the|its|brief|written|emailed) statement|(?:according to|in|said in|says) (?:an?|the|its|that|this) (?:[\p{L}-]+ ){0,2}(?:filing|memo|release|announcement|letter|document|presentation)|the (?:filing|memo|release|letter|document) (?:read|say|said|state)|stellungnahme|mitteilung|comunicado|communique|comunicato)/u

/** “…,” is how the first one put it. */
export const SOMEBODY =
  /^[\s,]*(?:is|was) (?:how|what) (?:(?:the )?(?:first|second|third|other|latter)(?: one| of them)?|one of them|another(?: one)?) (?:put|puts|said|says|told)/

/** Whether a name after these words is who put it so. Example: ", as ", " is how ", ", so ". */
export function asPut(before: string): boolean {
  return AS_PUT.test(before)
}

const AS_PUT =
  /^[\s,–—-]*(?:(?:as|how|wie|como|comme|come)(?: (?:the|der|die|el|la|le|il|o|a))?|(?:is|was) (?:also )?(?:how|what|the way)(?: the)?|so (?:\p{L}+te (?:[\p{Ll}-]+ ){0,3}|\p{L}+ )?|dixit) ?(?:[\p{Ll}-]+ )?$/u
