import type { KnownQuotation, Quotation } from '../story/quotations.ts'
import type { Match } from '../story/repeated.ts'

const OLD_MS = 45 * 86_400_000

/**
 * For each speaker of an article most of whose words here were printed long before `moment`: the
 * known quotation that they come from. What else is quoted of them here was said then, too: an old
 * interview sold anew may be cut or translated in another way.
 */
export function retoldBy(
  quotations: Quotation[],
  matches: Match[],
  moment: string,
): Map<string, KnownQuotation> {
  const old = matches.filter(({ known }) => Date.parse(moment) - Date.parse(known.moment) > OLD_MS)
  const byName = Map.groupBy(quotations, ({ speaker }) => speaker.name)
  return new Map(
    [...byName].flatMap(([name, said]): [string, KnownQuotation][] => {
      const again = old.filter(({ quotation }) => quotation.speaker.name === name)
      const known = again[0]?.known
      if (name === null || !known || again.length < 2) return []
      const isOne = again.every((match) => match.known.storyId === known.storyId)
      const repeated = words(again.map(({ quotation }) => quotation))
      return isOne && repeated >= words(said) / 2 ? [[name, known]] : []
    }),
  )
}

function words(quotations: Quotation[]): number {
  return quotations.reduce((sum, { key }) => sum + key.split(' ').length, 0)
}
