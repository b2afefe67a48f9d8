import { fold, tidy, withoutMarkup } from './text.ts'

/** Words before a name, in the languages of bylines. */
const LEAD_IN =
  /^(?:(?:written|words|text|story|reported|review|interview|posted|published|analysis|tekst|texto|testo|texte|autor|autorin|author|автор|foto|fotos)\s?(?:by|von|:)?\s|by[\s:]|von[\s:]|par[\s:]|por[\s:]|di[\s:]|av[\s:]|af[\s:]|door[\s:]|da[\s:]|од\s|oleh[\s:])\s*/iu

/** What parts several names: the words only where full names stand on both sides. */
const PARTS = /[,;|/·•、]|\s(?:and|und|et|y|e|og|och|en|i|ve|dan|und|и|та|&|\+)\s/giu

/** Words that no person's name has, so that the text is a desk, an agency, a site or a role. */
const NOT_A_NAME = new Set(
  `abc afp agency agencies agentur agencia agenzia agence ap apa associated bbc bureau channel
   com contributor correspondent deutschland desk digital dpa editor editorial editors epd
   gear guest kna media magazine network news newsroom online post presse press redacción redacao
   redaktion redakteur redazione reporter reporters reuters rédaction sda sid staff studio team times
   tv wire writer writers www zeitung admin de nachrichten journal verlag publishing ajansı gazetesi
   haber merkezi`.split(/\s+/),
)

const TITLES = /^(?:dr|prof|mr|mrs|ms|sir|dipl|ing|mag)\.?\s/iu
const ROLE_TAIL = /\s?(?:기자|記者|特派員|論説委員)$/u

/** The people's names in a byline; none for a handle, an address, an agency or the site itself. */
export function namesIn(byline: string, site: string | null): string[] {
  const text = tidy(withoutMarkup(byline)).slice(0, 500).replace(LEAD_IN, '')
  if (/https?:|www\.|^@|^\S+\/\S+$/.test(text)) return []
  return text
    .split(PARTS)
    .map((part) => part.trim().replace(TITLES, '').replace(ROLE_TAIL, '').trim())
    .filter((name) => isName(name) && fold(name) !== fold(site ?? ''))
}

function isName(name: string): boolean {
  if (name.length < 2 || name.length > 60 || /[\d@:!?()"«»]/.test(name)) return false
  const words = fold(name).split(' ')
  return words.length <= 6 && !words.some((word) => NOT_A_NAME.has(word))
}
