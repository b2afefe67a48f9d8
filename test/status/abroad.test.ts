import { expect, test } from 'vitest'
import { readArticle } from '../../src/status/reading.ts'
import { article, emberfall } from './emberfall.ts'

/** One sentence of each kind in each language that is read beside English. */
const ABROAD = [
  [
    '“Olhamos para Emberfall 2 e não vamos fazer. A pasta está fechada”, disse Whitlock.',
    'cancelled',
  ],
  ['«Emberfall 2 è parcheggiato», ha detto Whitlock.', 'stalled'],
  [
    '« On fait ce film, les chèques sont passés », a dit Whitlock à propos d’Emberfall 2.',
    'greenlit',
  ],
  ['« Emberfall 2 ? On ne le fait pas », a dit Whitlock.', 'cancelled'],
  ['«No vamos a hacer Emberfall 2», dijo Whitlock.', 'cancelled'],
  ['« Elle a rendu une deuxième version d’Emberfall 2 », a dit Calloway.', 'development'],
  ['„Wir sitzen am Drehbuch“, sagte Renn über „Emberfall 2“.', 'development'],
  ['„Emberfall 2“ liegt auf Eis, sagte Whitlock.', 'stalled'],
  ['„Emberfall 2“ ist abgedreht, bestätigte Calloway.', 'post-production'],
  ['„Wir reden wieder miteinander über Emberfall 2“, sagte Whitlock.', 'talks'],
  ['«Hemos vuelto a hablar de Emberfall 2», dijo Whitlock.', 'talks'],
  ['“Abbiamo riaperto le trattative per Emberfall 2”, ha detto Whitlock.', 'talks'],
  ['„Ich würde sofort zurückkehren“, sagte Vance über „Emberfall 2“.', 'talks'],
  ['„Es gibt noch kein grünes Licht für Emberfall 2“, sagte Renn.', null],
  ['„Die Dreharbeiten zu Emberfall 2 beginnen im Mai“, sagte Calloway.', 'pre-production'],
  ['„Emberfall 2 ist tot“, sagte Whitlock.', 'cancelled'],
  ['«Estamos trabajando en el guion de Emberfall 2», dijo Renn.', 'development'],
  ['«Emberfall 2 está en pausa», dijo Whitlock.', 'stalled'],
  ['El rodaje de Emberfall 2 empezará en mayo, dijo Calloway.', 'pre-production'],
  ['«Emberfall 2 está muerta», dijo Whitlock.', 'cancelled'],
  ['«Me encantaría volver», dijo Vance sobre Emberfall 2.', 'talks'],
  ['«Aún no hay luz verde para Emberfall 2», dijo Renn.', null],
  ['Emberfall 2 llegará a los cines en julio de 2025, anunció Northlight.', 'greenlit'],
  ['« On travaille sur Emberfall 2 », a dit Renn.', 'development'],
  ['« Emberfall 2 est au point mort », a dit Whitlock.', 'stalled'],
  ['Le tournage d’Emberfall 2 débutera en mai, a annoncé Calloway.', 'pre-production'],
  ['« Emberfall 2 est morte et enterrée », a dit Whitlock.', 'cancelled'],
  ['« J’adorerais revenir », a dit Vance à propos d’Emberfall 2.', 'talks'],
  ['« Nous n’avons pas encore le feu vert pour Emberfall 2 », a dit Renn.', null],
  ['Emberfall 2 sortira en salles le 16 juillet 2025, a annoncé Northlight.', 'greenlit'],
  ['“Stiamo lavorando alla sceneggiatura di Emberfall 2”, ha detto Renn.', 'development'],
  ['“Emberfall 2 è in pausa”, ha detto Whitlock.', 'stalled'],
  ['Le riprese di Emberfall 2 inizieranno a maggio, ha annunciato Calloway.', 'pre-production'],
  ['“Emberfall 2 non si farà”, ha detto Whitlock.', 'cancelled'],
  ['“Tornerei domani”, ha detto Vance di Emberfall 2.', 'talks'],
  ['“Non abbiamo ancora il via libera per Emberfall 2”, ha detto Renn.', null],
  ['“Estamos a trabalhar no guião de Emberfall 2”, disse Renn.', 'development'],
  ['“Emberfall 2 está na gaveta”, disse Whitlock.', 'stalled'],
  ['As filmagens de Emberfall 2 começam em maio, anunciou Calloway.', 'pre-production'],
  ['“Ainda não temos luz verde para Emberfall 2”, disse Renn.', null],
  ['“Adoraria voltar”, disse Vance sobre Emberfall 2.', 'talks'],
] as const

test.each(ABROAD)('%s That is %s', (text, stage) => {
  expect(readArticle(emberfall, article('Emberfall 2', text)).stage).toBe(stage)
})
