import { expect, test } from 'vitest'
import type { Stage } from '../../src/stage.ts'
import { readArticle } from '../../src/status/reading.ts'
import { article, emberfall } from './emberfall.ts'

/** What an article supports whose text is a sentence. */
function stageOf(text: string): Stage | null {
  return readArticle(emberfall, article('Emberfall 2 Update', text)).stage
}

/** What the head of the studio is quoted with, and what it supports. */
const BY_THE_STUDIO: [words: string, stage: Stage | null][] = [
  ['We got the go-ahead from the board', 'greenlit'],
  ['It’s a go picture', 'greenlit'],
  ['It’s a go', 'greenlit'],
  ['We’ve given it the thumbs up', 'greenlit'],
  ['We’ve ordered it', 'greenlit'],
  ['We’ve picked it up, and we are making it', 'greenlit'],
  ['The film is greenlit', 'greenlit'],
  ['We have pulled the trigger', 'greenlit'],
  ['It has a green light and a budget', 'greenlit'],
  ['We dated it for July 2025', 'greenlit'],
  ['It opens wide on July 14', 'greenlit'],
  ['It hits theaters next summer', 'greenlit'],
  ['It lands on the service in 2025', 'greenlit'],
  ['We’ve moved it to August 2025', 'greenlit'],
  ['The board signed off on the budget', 'greenlit'],
  ['It is in active development', 'development'],
  ['We’re deep in development', 'development'],
  ['We are hammering out the script', 'development'],
  ['The writers are cracking the story', 'development'],
  ['Oduya is penning the screenplay', 'development'],
  ['She turned in a second draft', 'development'],
  ['She handed in her first pass', 'development'],
  ['We’ve fast-tracked it', 'development'],
  ['We hired a new writer', 'development'],
  ['We’ve optioned the second book for it', 'development'],
  ['A writers’ room is open', 'development'],
  ['We’re meeting with directors', 'development'],
  ['We are still developing it', 'development'],
  ['It’s in the works', 'development'],
  ['We’re talking to the filmmakers', 'talks'],
  ['We are scouting locations in Iceland', 'pre-production'],
  ['We are crewing up', 'pre-production'],
  ['Casting is underway', 'pre-production'],
  ['The sets are being built', 'pre-production'],
  ['The sets are under construction', 'pre-production'],
  ['We opened a production office in Lisbon', 'pre-production'],
  ['We’re in prep', 'pre-production'],
  ['Pre-production has started', 'pre-production'],
  ['We’re eyeing a spring start for the shoot', 'pre-production'],
  ['Cameras roll in March', 'pre-production'],
  ['We go before the cameras in March', 'pre-production'],
  ['Principal photography is due to commence in April', 'pre-production'],
  ['Shooting kicks off in the fall', 'pre-production'],
  ['Cameras are up in Lisbon', 'filming'],
  ['Cameras started rolling on Monday', 'filming'],
  ['Principal photography got underway on Monday', 'filming'],
  ['We’re two weeks into the shoot', 'filming'],
  ['Shooting commenced yesterday', 'filming'],
  ['We shot the first scene yesterday', 'filming'],
  ['Yesterday was our first day on set', 'filming'],
  ['Production is underway in Lisbon', 'filming'],
  ['We are halfway through filming', 'filming'],
  ['It’s a wrap', 'post-production'],
  ['We wrapped on Friday', 'post-production'],
  ['The film is in the can', 'post-production'],
  ['We’re in the edit', 'post-production'],
  ['We’re locked in the editing room', 'post-production'],
  ['The effects shots are being finished', 'post-production'],
  ['We have test screened it', 'post-production'],
  ['It’s streaming now', 'released'],
  ['Emberfall 2 is in theaters now', 'released'],
  ['We have put it on hold', 'stalled'],
  ['It’s on the back burner', 'stalled'],
  ['It’s in development hell', 'stalled'],
  ['We’ve hit pause on it', 'stalled'],
  ['We put it in turnaround', 'stalled'],
  ['It has been shelved', 'stalled'],
  ['It’s not moving forward', 'cancelled'],
  ['We scrapped it', 'cancelled'],
  ['It’s dead', 'cancelled'],
  ['We pulled the plug', 'cancelled'],
  ['We’ve taken it off the slate', 'cancelled'],
  ['It won’t be made', 'cancelled'],
  ['We will not be making it', 'cancelled'],
  ['It has been canned', 'cancelled'],
  ['We decided not to go ahead with it', 'cancelled'],
]

test.each(BY_THE_STUDIO)('the studio’s “%s” is %s', (words, stage) => {
  expect(stageOf(`“${words},” Whitlock told Reel Post about Emberfall 2.`)).toBe(stage)
})

/** What a trade tells, naming who says so, and what it supports. */
const IN_THE_TRADES: [text: string, stage: Stage | null][] = [
  ['Northlight has given Emberfall 2 the green light, Whitlock said.', 'greenlit'],
  ['Northlight is moving ahead with Emberfall 2, the studio said.', 'development'],
  ['Emberfall 2 has landed at Northlight, Whitlock confirmed, with Oduya writing.', 'development'],
  ['Mara Oduya is set to pen Emberfall 2, Northlight said.', 'development'],
  ['Northlight has hired Mara Oduya to write Emberfall 2, the studio said.', 'development'],
  ['Ines Calloway is in talks to direct Emberfall 2, Northlight said.', 'talks'],
  ['Northlight has tapped Ines Calloway to helm Emberfall 2, the studio said.', 'development'],
  ['Cameras have started to roll on Emberfall 2, the studio announced.', 'filming'],
  ['Production on Emberfall 2 got under way Monday in Lisbon, Northlight announced.', 'filming'],
  ['Emberfall 2 goes into production in May, Northlight announced.', 'pre-production'],
  ['Emberfall 2 has completed principal photography, Calloway said.', 'post-production'],
  ['Emberfall 2 has been pushed to 2026, Northlight said.', 'greenlit'],
  ['“We’re reviving Emberfall 2, which they scrapped,” Whitlock told Reel Post.', 'development'],
  ['Emberfall 2, which was cancelled in 2021, has been greenlit, Whitlock announced.', 'greenlit'],
  ['A year after it was declared dead, Emberfall 2 is shooting, Calloway said.', 'filming'],
  ['Emberfall 2 is back on, with Oduya rewriting, Renn told Reel Post.', 'development'],
  ['Emberfall 2 has found a new home at Northlight, Whitlock said.', 'development'],
  ['Northlight has resurrected Emberfall 2, Whitlock said.', 'development'],
  ['Northlight has no plans for Emberfall 2, Whitlock said.', null],
  ['“A sequel is not in the cards,” Whitlock told Reel Post about Emberfall 2.', null],
  ['“Nothing official yet,” Whitlock told Reel Post about Emberfall 2.', null],
  ['“It’s far from greenlit,” Whitlock told Reel Post about Emberfall 2.', null],
  ['“It’s early days. We’re writing,” Renn told Reel Post about Emberfall 2.', 'development'],
]

test.each(IN_THE_TRADES)('%s That is %s', (text, stage) => {
  expect(stageOf(text)).toBe(stage)
})

/** The main ones of other languages, by who answers for the film. */
const ABROAD: [text: string, stage: Stage | null][] = [
  ['Northlight ha dato il via libera a Emberfall 2, ha annunciato Whitlock.', 'greenlit'],
  ['«Stiamo scrivendo Emberfall 2», ha detto Renn.', 'development'],
  ['Le riprese di Emberfall 2 sono iniziate, ha annunciato Whitlock.', 'filming'],
  ['Emberfall 2 è stato cancellato, ha detto Whitlock.', 'cancelled'],
  ['Northlight a donné son feu vert à Emberfall 2, a annoncé Whitlock.', 'greenlit'],
  ['« Le scénario d’Emberfall 2 est en cours d’écriture », a déclaré Renn.', 'development'],
  ['Le tournage d’Emberfall 2 a débuté lundi, a annoncé Calloway.', 'filming'],
  ['« Emberfall 2 est annulé », a déclaré Whitlock.', 'cancelled'],
  ['« Emberfall 2 est en pause », a déclaré Whitlock.', 'stalled'],
  ['Northlight hat „Emberfall 2“ grünes Licht gegeben, bestätigte Whitlock.', 'greenlit'],
  ['„Ich schreibe gerade an Emberfall 2“, sagte Oduya.', 'development'],
  ['Die Dreharbeiten zu „Emberfall 2“ haben begonnen, sagte Calloway.', 'filming'],
  ['„Emberfall 2 wurde eingestellt“, sagte Whitlock.', 'cancelled'],
  ['Northlight ha dado luz verde a Emberfall 2, anunció Whitlock.', 'greenlit'],
  ['«Estamos escribiendo Emberfall 2», dijo Renn.', 'development'],
  ['El rodaje de Emberfall 2 ha comenzado, anunció Calloway.', 'filming'],
  ['«Emberfall 2 se ha cancelado», dijo Whitlock.', 'cancelled'],
  ['A Northlight deu sinal verde para Emberfall 2, anunciou Whitlock.', 'greenlit'],
  ['“Estamos escrevendo Emberfall 2”, disse Renn.', 'development'],
  ['As filmagens de Emberfall 2 começaram, anunciou Calloway.', 'filming'],
  ['“Emberfall 2 foi cancelado”, disse Whitlock.', 'cancelled'],
]

test.each(ABROAD)('%s That is %s', (text, stage) => {
  expect(stageOf(text)).toBe(stage)
})

const HEADLINES: [title: string, stage: Stage | null][] = [
  ['Emberfall 2 Gets Green Light at Northlight', 'greenlit'],
  ['Northlight Greenlights ‘Emberfall 2,’ Dates It for July', 'greenlit'],
  ['‘Emberfall 2’ a Go at Northlight', 'greenlit'],
  ['Emberfall 2 CONFIRMED: Director Ready To Return', 'greenlit'],
  ['Emberfall 2 Is Officially Happening', 'greenlit'],
  ['Emberfall 2 Is BACK ON As Director Reveals Plan', 'development'],
  ['‘Emberfall 2’ in the Works at Northlight', 'development'],
  ['Mara Oduya to Pen ‘Emberfall 2’', 'development'],
  ['Northlight Resurrects ‘Emberfall 2’', 'development'],
  ['‘Emberfall 2’ Moves to August 2025', 'greenlit'],
  ['Emberfall 2 Starts Shooting in Lisbon', 'filming'],
  ['Emberfall 2 Wraps Production', 'post-production'],
  ['Emberfall 2 Has Been CANCELLED, Producer Reveals', 'cancelled'],
  ['Emberfall 2 Is on Hold, Says Producer', 'stalled'],
  ['Ines Calloway Says She’d Love to Make Emberfall 2', 'talks'],
  ['Emberfall 2 Is Secretly Dead, Insiders Claim', 'rumored'],
  ['Will There Be an Emberfall 2?', null],
  ['Emberfall 2: Everything We Know', null],
]

test.each(HEADLINES)('the headline “%s” claims %s', (title, stage) => {
  const { headlineStage } = readArticle(emberfall, article(title, 'Emberfall came out in 2017.'))
  expect(headlineStage).toBe(stage)
})
