import type { StageWords } from './stage-words.ts'

/** From the shoot on, in German; the rest is in german.ts. */
export const GERMAN_SHOOT: readonly StageWords[] = [
  {
    rule: 'start-set',
    stage: 'pre-production',
    as: 'plan',
    phrases: [
      'dreharbeiten|dreh|produktion .. beginnen|beginnt|starten|startet|sollen|soll|geplant',
      'dreharbeiten|drehstart|drehbeginn|drehplan',
      'werden .. gedreht',
      'vor der|die kamera',
      'drehorte|drehortsuche|vorproduktion|gecastet|castet',
    ],
    example: 'Die Dreharbeiten beginnen im März.',
  },
  {
    rule: 'filming',
    stage: 'filming',
    as: 'fact',
    later: 'pre-production',
    phrases: [
      'dreharbeiten .. begonnen|laufen|gestartet|angelaufen|gange|halbzeit',
      'begonnen|laufen|gestartet .. dreharbeiten',
      'gedreht|dreht|drehen gerade|derzeit|seit|momentan',
      'gerade|derzeit|momentan .. gedreht|drehen',
      'erste|ersten klappe|drehtag',
      'wird .. .. gedreht',
      'steht|stehen|standen .. vor der kamera',
      'gedreht|dreht',
    ],
    example: 'Die Dreharbeiten laufen.',
  },
  {
    rule: 'wrapped',
    stage: 'post-production',
    as: 'fact',
    later: 'pre-production',
    phrases: [
      'abgedreht',
      'dreharbeiten .. beendet|abgeschlossen|vorbei|ende',
      'beendet|abgeschlossen .. dreharbeiten',
      'postproduktion|nachproduktion|schneideraum',
      'letzte|letzten klappe|drehtag',
    ],
    example: 'Die Fortsetzung ist abgedreht.',
  },
  {
    rule: 'released',
    stage: 'released',
    as: 'fact',
    phrases: ['jetzt|heute|gestern|seit .. kino|kinos', 'lauft|angelaufen|gestartet .. kino|kinos'],
    example: 'Ab heute im Kino.',
  },
  {
    rule: 'on-hold',
    stage: 'stalled',
    as: 'fact',
    phrases: [
      'auf eis|halde|unbestimmte',
      'pausiert|zuruckgestellt|verschoben|eingefroren|gestoppt|ruht',
      'in der schublade',
      'legt|legte|legen .. lahm',
      'lahmgelegt|stillgelegt|ausgesetzt',
    ],
    example: 'Der Film liegt auf Eis.',
  },
  {
    rule: 'cancelled',
    stage: 'cancelled',
    as: 'fact',
    phrases: [
      'abgesagt|eingestellt|gestrichen|gestorben|abgeblasen|begraben',
      'vom tisch',
      'machen|drehen .. film|fortsetzung|ihn|sie nicht',
      'akte .. geschlossen|zu',
      'ist|sind|war tot',
    ],
    example: 'Die Fortsetzung ist vom Tisch.',
  },
  {
    rule: 'not-asked',
    stage: 'development',
    as: 'denial',
    phrases: [
      'niemand|keiner .. gefragt|gebeten|beauftragt|angerufen',
      'keine|kein .. plane|fortsetzung|sequel|zweiten',
      'nichts .. geplant',
    ],
    example: 'Niemand hat uns gefragt.',
  },
  {
    rule: 'nothing-set',
    stage: 'greenlit',
    as: 'denial',
    phrases: [
      'niemand .. unterschrieben|gegeben',
      'noch nichts|nicht|kein|keine|keinen',
      'nichts .. offiziell|entschieden|bestatigt|unterschrieben',
    ],
    example: 'Es ist noch nichts entschieden.',
  },
]
