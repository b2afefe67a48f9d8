import { expect, test } from 'vitest'
import type { Stage } from '../../src/stage.ts'
import { readArticle } from '../../src/status/reading.ts'
import { article, emberfall } from './emberfall.ts'

/** What a producer says of the sequel, in the words of five languages, and what it supports. */
const SAID: [words: string, stage: Stage | null][] = [
  // would come back
  ['Yo vuelvo mañana, con los ojos cerrados', 'talks'],
  ['Si hay otra, regreso corriendo', 'talks'],
  ['Me apunto', 'talks'],
  ['Cuenten conmigo', 'talks'],
  ['Je reviens demain, sans réfléchir', 'talks'],
  ['Je signe les yeux fermés', 'talks'],
  ['Ich komme sofort wieder', 'talks'],
  ['Ich wäre jederzeit dabei', 'talks'],
  ['Torno domani, senza pensarci', 'talks'],
  ['Non vediamo l’ora', 'talks'],
  ['Volto já amanhã', 'talks'],
  ['Contem comigo', 'talks'],
  // pages, and what is sung in them
  ['Las canciones ya están compuestas', 'development'],
  ['Wir komponieren schon die Musik', 'development'],
  ['Les chansons sont écrites', 'development'],
  ['Le canzoni sono pronte', 'development'],
  ['As canções estão prontas', 'development'],
  // a yes
  ['Dijimos que sí esa misma tarde', 'greenlit'],
  ['Wir haben die Fortsetzung in Auftrag gegeben', 'greenlit'],
  ['Nous avons donné notre aval', 'greenlit'],
  ['Abbiamo detto di sì', 'greenlit'],
  ['Dissemos que sim nessa mesma tarde', 'greenlit'],
  // cameras
  ['Las cámaras ya están en marcha', 'filming'],
  ['Rodamos hasta la primavera', 'filming'],
  ['Ha empezado a rodarse', 'filming'],
  ['Die Kameras laufen', 'filming'],
  ['Nous tournons depuis mardi', 'filming'],
  ['Les caméras tournent', 'filming'],
  ['Giriamo da tre settimane', 'filming'],
  ['Estamos a filmar em Sintra', 'filming'],
  ['As câmaras já estão a rodar', 'filming'],
  // the edit
  ['Estamos montando la película', 'post-production'],
  ['Wir sind mitten im Schnitt', 'post-production'],
  ['Nous montons depuis janvier', 'post-production'],
  ['Stiamo montando il film', 'post-production'],
  ['Estamos a montar o filme', 'post-production'],
  // a rest
  ['Paramos el rodaje', 'stalled'],
  ['El rodaje está interrumpido', 'stalled'],
  ['Die Dreharbeiten sind unterbrochen', 'stalled'],
  ['Nous arrêtons tout', 'stalled'],
  ['Le tournage est interrompu', 'stalled'],
  ['Ci fermiamo', 'stalled'],
  ['Le riprese sono sospese', 'stalled'],
  ['As filmagens estão interrompidas', 'stalled'],
  // no day yet
  ['El rodaje no tiene fecha', null],
  ['Nous n’en avons approuvé aucun', null],
]

test.each(SAID)('“%s”, a producer says: that is %s', (words, stage) => {
  const text = `«${words}», Tobias Renn said of Emberfall 2.`
  expect(readArticle(emberfall, article('Emberfall 2', text)).stage).toBe(stage)
})
