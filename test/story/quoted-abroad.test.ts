import { expect, test } from 'vitest'
import { CALLOWAY, type Case, RENN, speakers, VANCE } from './speakers.ts'

const CASES: Case[] = [
  ['es moja', 'Calloway no se moja: «Habrá que ver si hay dinero».', [CALLOWAY]],
  ['es zanja', 'Renn no quiere rumores. «No hay nada firmado», zanja.', [RENN]],
  ['es palabras', '«No hay nada firmado todavía». Son palabras de Ines Calloway.', [CALLOWAY]],
  ['es así lo', 'Así lo ha confirmado Renn: «Estamos en ello».', [RENN]],
  [
    'es en sus palabras',
    'Calloway lo ve lejos: en sus palabras, «falta un guion y falta dinero».',
    [CALLOWAY],
  ],
  ['es la actriz', '«Volvería mañana mismo», asegura la actriz Cleo Vance a Reel Post.', [VANCE]],
  ['es cuenta', 'Nos lo cuenta Cleo Vance al teléfono: «Guardo las botas en casa».', [VANCE]],
  ['es agrega', '«Hablamos mucho», dijo Renn. «Pero no hay nada firmado», agregó.', [RENN, RENN]],
  [
    'de heißt es',
    '„Wir prüfen das Projekt derzeit“, heißt es von Northlight.',
    ['Northlight Pictures'],
  ],
  ['de zitieren', '„Wir reden oft darüber“, lässt sich Renn zitieren.', [RENN]],
  ['de Protokoll', '„Wir reden oft darüber“, gab Renn zu Protokoll.', [RENN]],
  ['de kündigt', '„Es geht bald wieder los“, kündigt Renn an.', [RENN]],
  ['de freut', '„Es geht bald wieder los“, freut sich Cleo Vance.', [VANCE]],
  ['de dazu', 'Renn dazu: „Es geht bald wieder los.“', [RENN]],
  ['de wie', 'Wie Renn gegenüber Reel Post verriet, „geht es bald wieder los“.', [RENN]],
  ['de Frage', 'Auf die Frage nach einer Fortsetzung antwortete Renn: „Es geht bald los.“', [RENN]],
  [
    'de Regisseurin',
    'Auch die Regisseurin ist dabei. „Es geht bald wieder los“, sagt sie.',
    [CALLOWAY],
  ],
  ['de klein', '„Es geht bald wieder los“, verspricht der 61-jährige Tobias Renn.', [RENN]],
  ['fr dixit', '« Ce n’est qu’une question de temps », dixit Renn.', [RENN]],
  ['fr lâche', 'Renn soupire. « Ce n’est qu’une question de temps », lâche-t-il.', [RENN]],
  ['fr lui', 'Renn, lui, tempère : « Rien n’est signé pour le moment. »', [RENN]],
  ['fr d’ajouter', 'Et Renn d’ajouter : « Rien n’est signé pour le moment. »', [RENN]],
  [
    'fr s’amuse',
    '« Ce n’est qu’une question de temps », s’amuse la comédienne Cleo Vance.',
    [VANCE],
  ],
  ['fr pour', 'Pour Renn, « ce n’est qu’une question de temps ».', [RENN]],
  ['fr à en croire', 'À en croire Renn, « ce n’est qu’une question de temps ».', [RENN]],
  ['fr incise', '« Nous en parlons, confie Ines Calloway, mais rien n’est signé. »', [CALLOWAY]],
  ['it così', 'Così Renn: «È solo questione di tempo».', [RENN]],
  ['it parole', '«È solo questione di tempo», le parole di Renn.', [RENN]],
  ['it aggiunto', 'Renn ha poi aggiunto: «È solo questione di tempo».', [RENN]],
  ['it fa sapere', '«È solo questione di tempo», fa sapere Renn.', [RENN]],
  ['it parola', 'Parola di Renn: «È solo questione di tempo».', [RENN]],
  ['it regista', 'La regista Ines Calloway non ha dubbi: «Si farà, prima o poi».', [CALLOWAY]],
  ['pt direto', 'Renn foi direto: “É só uma questão de tempo”.', [RENN]],
  [
    'pt completou',
    '“Falamos muito”, disse Renn. “Mas nada está assinado”, completou.',
    [RENN, RENN],
  ],
  ['pt atriz', '“Volto amanhã”, diz a atriz Cleo Vance ao Reel Post.', [VANCE]],
  [
    'pt contou',
    'Ao Reel Post, Renn contou que fala muito do assunto. “É só uma questão de tempo.”',
    [RENN],
  ],
  [
    'pt em entrevista',
    'Em entrevista ao Reel Post, a diretora foi cautelosa: “Nada está assinado”.',
    [CALLOWAY],
  ],
]

test.each(CASES)('%s', (_form, text, expected) => {
  expect(speakers(text)).toEqual(expected)
})
