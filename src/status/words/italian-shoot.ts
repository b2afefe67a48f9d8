import type { StageWords } from './stage-words.ts'

/** From the shoot on, in Italian; the rest is in italian.ts. */
export const ITALIAN_SHOOT: readonly StageWords[] = [
  {
    rule: 'start-set',
    stage: 'pre-production',
    as: 'plan',
    phrases: [
      'riprese',
      'stiamo|stanno|sta preparando|costruendo .. film|sequel|seguito|set|luna|citta',
      'pre-produzione|preproduzione|sopralluoghi|casting',
      'riprese .. inizieranno|cominceranno|partiranno|iniziano|cominciano|partono|previste',
      'girera|gireranno|gireremo',
    ],
    example: 'Le riprese inizieranno a marzo.',
  },
  {
    rule: 'filming',
    stage: 'filming',
    as: 'fact',
    later: 'pre-production',
    phrases: [
      'riprese .. iniziate|cominciate|partite|corso',
      'iniziate|cominciate|partite|via .. riprese',
      'in produzione|ripresa',
      'riprese .. riprese|ripartite|ripartono',
      'stanno|stiamo girando',
      'primo ciak|giorno di riprese',
      'primo ciak',
    ],
    example: 'Sono iniziate le riprese.',
  },
  {
    rule: 'wrapped',
    stage: 'post-production',
    as: 'fact',
    later: 'pre-production',
    phrases: [
      'post-produzione|postproduzione|montaggio',
      'riprese .. terminate|concluse|finite|ultimate|chiuse',
      'terminate|concluse|finite|ultimate|chiuse .. .. riprese',
      'fine delle? riprese',
      'ultimo ciak',
      'finito di girare',
      'si monta',
    ],
    example: 'Le riprese sono terminate.',
  },
  {
    rule: 'released',
    stage: 'released',
    as: 'fact',
    later: 'greenlit',
    phrases: [
      'uscito|uscita|arrivato .. sale|cinema|ieri|giovedi',
      'ora|ieri|oggi .. sale|cinema',
      'nelle sale da|dal',
    ],
    example: 'È uscito ieri nelle sale.',
  },
  {
    rule: 'on-hold',
    stage: 'stalled',
    as: 'fact',
    phrases: [
      'in pausa|stallo|attesa|standby|limbo',
      'sospeso|sospesa|stand-by|congelato|congelata|rimandato|rinviato|fermo|ferma|parcheggiato|parcheggiata',
      'nel cassetto|congelatore',
      'in un cassetto',
    ],
    example: 'Il progetto è in pausa.',
  },
  {
    rule: 'cancelled',
    stage: 'cancelled',
    as: 'fact',
    phrases: [
      'cancellato|annullato|accantonato|cancellata|annullata',
      'non si fara',
      'non lo faremo|facciamo|faranno|fara',
      'ucciso|uccidere .. film|progetto',
    ],
    example: 'Il sequel è stato cancellato.',
  },
  {
    rule: 'not-asked',
    stage: 'development',
    as: 'denial',
    phrases: [
      'nessun|nessuna .. piano|sequel|progetto|seguito',
      'nessuno .. chiesto|chiamato|contattato',
    ],
    example: 'Nessuno ce l’ha chiesto.',
  },
  {
    rule: 'nothing-set',
    stage: 'greenlit',
    as: 'denial',
    phrases: [
      'niente di ufficiale|deciso|firmato',
      'nulla di ufficiale|deciso',
      'ancora non|niente|nulla|nessun',
    ],
    example: 'Non c’è niente di ufficiale.',
  },
]
