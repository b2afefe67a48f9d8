import type { StageWords } from './stage-words.ts'

/** Italian, accents off. Rules are those of the English tables, whose notes hold here. */
export const ITALIAN: readonly StageWords[] = [
  {
    rule: 'would-love',
    stage: 'talks',
    as: 'wish',
    phrases: [
      'piacerebbe|vorrei|vorrebbe|vorremmo|vorrebbero',
      'tornerei|tornerebbe|torneremmo|rifarei|farei|farebbe|adorerei',
      'vuole|vogliono|vogliamo|voglio .. sequel|seguito|secondo|tornare|fare|girare',
      'spero|speriamo|spera|sperano|speranza|sogno|sogna',
      'pronto|pronta|pronti a .. tornare|rifare|girare',
    ],
    example: 'Mi piacerebbe tornare.',
  },
  {
    rule: 'talking',
    stage: 'talks',
    as: 'fact',
    phrases: [
      'trattative|parlato|parlando|colloqui',
      'ne parliamo|parlano|discutiamo',
      'mai dire mai',
      'idea|idee per',
    ],
    example: 'Ne abbiamo parlato.',
  },
  {
    rule: 'working-on',
    stage: 'development',
    as: 'fact',
    phrases: [
      'lavorando|lavora|lavoriamo|lavorano',
      'al lavoro',
      'in sviluppo|lavorazione|cantiere|preparazione|arrivo',
      'sviluppando|sviluppa|sviluppano .. sequel|seguito',
    ],
    example: 'Ci stiamo lavorando.',
  },
  {
    rule: 'revived',
    stage: 'development',
    as: 'fact',
    phrases: [
      'riesumato|rilanciato|ripescato|ripreso|ripresa',
      'dal cassetto',
      'rimette|rimesso|rimessa in moto|piedi|pista',
    ],
    example: 'Il progetto è stato ripescato.',
  },
  {
    rule: 'pages',
    stage: 'development',
    as: 'fact',
    part: true,
    phrases: [
      'sceneggiatura|copione|trattamento|soggetto|bozza',
      'stiamo|sto|stanno|sta scrivendo|riscrivendo',
      'scrivendo|scrive|scrivera|scritto|scrivere .. sequel|seguito|sceneggiatura|secondo|pagine|pagina',
      'sceneggiatore|sceneggiatrice .. ingaggiato|ingaggiata|assunto|assunta',
    ],
    example: 'La sceneggiatura è pronta.',
  },
  {
    rule: 'greenlit',
    stage: 'greenlit',
    as: 'fact',
    phrases: [
      'dato|da|dare|ottenuto|ottiene|ricevuto|riceve|ha|con .. via libera',
      'dato|da|dare|ottenuto|ottiene|ricevuto|riceve|ha .. luce verde',
      'via libera a|al|per|da|dal|del',
      'luce verde a|al|per|da|dal',
      'approvato|approvata',
      'detto si|sì',
      'lo faremo|facciamo',
    ],
    example: 'Lo studio ha dato il via libera.',
  },
  {
    rule: 'green-light',
    stage: 'greenlit',
    as: 'conditional',
    phrases: ['via libera', 'luce verde'],
    example: 'Nessuno parla di via libera.',
  },
  {
    rule: 'announced',
    stage: 'greenlit',
    as: 'fact',
    phrases: ['confermato|annunciato|confermata|annunciata|ufficiale|ufficialmente', 'si fara'],
    example: 'Il sequel è ufficiale.',
  },
  {
    rule: 'confirmed',
    stage: 'greenlit',
    as: 'fact',
    phrases: ['conferma|annuncia'],
    example: 'Lo studio conferma il sequel.',
  },
  {
    rule: 'going-forward',
    stage: 'greenlit',
    as: 'fact',
    phrases: ['va avanti'],
    example: 'Il progetto va avanti.',
  },
  {
    rule: 'dated',
    stage: 'greenlit',
    as: 'plan',
    phrases: [
      'data di uscita',
      'uscira|usciranno|arrivera|debuttera .. sale|cinema|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre|stati',
    ],
    example: 'Il film uscirà ad agosto.',
  },
]
