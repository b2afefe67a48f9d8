import { expect, test } from 'vitest'
import { CALLOWAY, type Case, RENN, speakers, VANCE, WHITLOCK } from './speakers.ts'

const CASES: Case[] = [
  // dialogue with dashes
  [
    'es: any verb behind the dash',
    '—Tenemos dibujados cincuenta minutos —resumió Ines Calloway, su directora, en declaraciones a Reel Post—. La cuenta la puede hacer usted.',
    [CALLOWAY, CALLOWAY],
  ],
  [
    'pt: any verb behind the dash',
    '— Ainda não há data — ressalvou Tobias Renn, produtor do filme. — Mas queremos filmar.',
    [RENN, RENN],
  ],
  [
    'pt: a verb without anybody',
    'A atriz Cleo Vance deu o projeto por perdido — “Esse já foi” —, mas contou que vai perguntar quanto a Northlight quer por ele.\n\n— Sou teimosa e o roteiro é bom — justificou, ao mesmo site.',
    [VANCE, VANCE],
  ],

  // where a quotation ends
  [
    'de: angles that close a sentence',
    '»Wir haben ein Jahr geredet, also sage ich es: ja«, erklärte Studiochefin Dana Whitlock. »Die Rechte gehören uns, das Geld ist echt.« Regie führt erneut Ines Calloway; das Drehbuch schreibt Mara Oduya.',
    [WHITLOCK, WHITLOCK],
  ],
  [
    'es: one word before a comma outside',
    '«Hablamos», dijo Renn, «pero nada está firmado». Vance no quiso hablar.',
    [RENN, RENN],
  ],

  [
    'de: nouns have capitals, titles no full stop',
    '„Ich werde jeden Tag gefragt“, lacht Vance. „Beim Bäcker. Beim Tierarzt.“',
    [VANCE, VANCE],
  ],
  [
    'es: one word before a dash',
    '—¿Habrá secuela?\n\n—Habrá —dice Renn, y sonríe—. No sé cuándo.',
    [RENN, RENN],
  ],
  [
    'fr: a laugh put in between',
    '« On me le demande tous les jours, rit Vance. À la boulangerie. »',
    [VANCE],
  ],

  // who is behind an article and an auxiliary
  [
    'fr: a reconnu la réalisatrice',
    'La suite a été « rangée au fond d’un tiroir », a reconnu la réalisatrice.',
    [CALLOWAY],
  ],
  [
    'fr: a promis la patronne',
    'Dana Whitlock était à Lyon. « On le fera », a promis la patronne de Northlight.',
    [WHITLOCK],
  ],
  ['fr: se réjouit', '« Le scénario avance bien », se réjouit la réalisatrice.', [CALLOWAY]],
  [
    'fr: a noun put in between',
    '« Rien n’est signé, a précisé le producteur. Mais on en parle. »',
    [RENN],
  ],
  ['it: taglia corto', '«Domani», taglia corto Vance.', [VANCE]],
  [
    'it: a verb put in between',
    'Il progetto, ammette la dirigente Dana Whitlock, «è parcheggiato». In caso di vittoria lo sceneggiatore Mara Oduya, promette, tornerebbe alla scrivania «entro l’ora di pranzo».',
    [WHITLOCK, WHITLOCK],
  ],
  [
    'de: the name behind the verb, a pronoun before',
    'Gefragt, ob sie zurückkehre, sagte Vance: „Morgen.“',
    [VANCE],
  ],
  ['de: für', 'Für Calloway ist der Film „eine offene Rechnung mit mir selbst“.', [CALLOWAY]],
  ['de: von', 'Von Calloway kam nur ein Satz: „Ich schreibe noch daran.“', [CALLOWAY]],

  // sentences behind a quotation that only credit it
  ['es: lo dijo', '«Es cuestión de tiempo». Lo dijo Tobias Renn en Lisboa.', [RENN]],
  ['es: palabra de', '«Es cuestión de tiempo». Palabra de Tobias Renn.', [RENN]],
  ['it: firmato', '«È questione di tempo.» Firmato: Tobias Renn.', [RENN]],
  ['de: so', '„Es ist eine Frage der Zeit.“ So Produzent Tobias Renn.', [RENN]],
  ['fr: signé', '« C’est une question de temps. » Signé Tobias Renn.', [RENN]],
  ['pt: palavra de', '“É questão de tempo.” Palavra de Tobias Renn.', [RENN]],
  [
    'fr: et ces mots',
    '« On fait ce film », se félicite Dana Whitlock, patronne de Northlight.\n\nInes Calloway a répondu par l’image d’une pelle. Et ces mots : « Dites-leur de creuser. »',
    [WHITLOCK, CALLOWAY],
  ],
]

test.each(CASES)('%s', (_form, text, expected) => {
  expect(speakers(text)).toEqual(expected)
})
