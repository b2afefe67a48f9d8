import { expect, test } from 'vitest'
import { CALLOWAY, type Case, RENN, speakers, VANCE } from './speakers.ts'

const CASES: Case[] = [
  // other languages
  ['es dijo', '«Hablamos de ello a menudo», dijo Renn.', [RENN]],
  ['es según', 'Según Renn, «es cuestión de tiempo».', [RENN]],
  ['es raya', '—Hablamos de ello a menudo —dijo Renn.', [RENN]],
  [
    'es portavoz',
    'Un portavoz de Northlight señaló que el estudio «sigue desarrollándola».',
    ['studio'],
  ],
  [
    'es en palabras de',
    'En palabras de la directora Ines Calloway, «no hay guion todavía».',
    [CALLOWAY],
  ],
  [
    'es ha dicho',
    '«Hablamos de ello a menudo», ha dicho el productor Tobias Renn a Reel Post.',
    [RENN],
  ],
  ['de so', '„Wir reden oft darüber“, so Produzent Tobias Renn.', [RENN]],
  [
    'de erklärte',
    '„Wir reden oft darüber“, erklärte Regisseurin Ines Calloway gegenüber Reel Post.',
    [CALLOWAY],
  ],
  ['de laut', 'Laut Renn ist es „nur eine Frage der Zeit und des Geldes“.', [RENN]],
  ['de single', 'Renn sagte: ‚Wir reden oft darüber.‘', [RENN]],
  ['de guillemets', '»Wir reden oft darüber«, sagte Renn.', [RENN]],
  ['de dämpft', '„Ein Drehbuch ist noch kein Film“, dämpfte Renn die Erwartungen.', [RENN]],
  [
    'fr a déclaré',
    '« Nous en parlons souvent », a déclaré la réalisatrice Ines Calloway.',
    [CALLOWAY],
  ],
  [
    'fr a posté',
    '« Scène 1, prise 1, silence », a posté la réalisatrice Ines Calloway.',
    [CALLOWAY],
  ],
  ['fr selon', 'Selon Renn, « ce n’est qu’une question de temps ».', [RENN]],
  [
    'fr porte-parole',
    'Un porte-parole de Northlight assure que tout va bien : « Nous sommes en pleine préparation. »',
    ['studio'],
  ],
  [
    'fr elle',
    'Croisée à Annecy, où elle présentait un court, Cleo Vance nous a confié son envie. « J’ai gardé les bottes », plaisante-t-elle.',
    [VANCE],
  ],
  ['it ha detto', '«Ne parliamo spesso», ha detto Renn.', [RENN]],
  ['it secondo', 'Secondo Renn, «è solo questione di tempo».', [RENN]],
  ['it ammette', '«Ne parliamo spesso», ammette la regista Ines Calloway.', [CALLOWAY]],
  ['pt disse', '“Falamos disso muitas vezes”, disse Renn.', [RENN]],
  ['pt a diretora', '“Falamos disso muitas vezes”, afirmou a diretora Ines Calloway.', [CALLOWAY]],
  [
    'pt que dizia',
    'O produtor Tobias Renn, que no ano passado dizia que “o que morreu, morreu mesmo”, brincou com tudo. “Fiquei por aí dizendo bobagens”, escreveu.',
    [RENN, RENN],
  ],
  ['pt segundo', 'Segundo Renn, “é só uma questão de tempo”.', [RENN]],
  ['pt travessão', '— Falamos disso muitas vezes — contou Renn.', [RENN]],
]

test.each(CASES)('%s', (_form, text, expected) => {
  expect(speakers(text)).toEqual(expected)
})
