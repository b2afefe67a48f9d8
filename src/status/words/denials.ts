import type { StageWords } from './stage-words.ts'

/** Ways to say no that hold no word of the stage that is denied. */
export const DENIALS: readonly StageWords[] = [
  {
    rule: 'not-asked',
    stage: 'development',
    as: 'denial',
    phrases: [
      'nobody|none|no-one .. asked|approached|called|rung|ordered',
      'no one .. asked|approached|called',
      'not|never .. been asked|approached|offered|called|contacted',
      'no .. plans|plan|intention|intentions',
      'not .. plans|planning|plan',
      'no .. sequel|follow-up|second exists|exist|planned|coming|happening|yet|at',
      'there is|are|was not|no .. sequel|follow-up|second',
      'sequel|follow-up .. not exist',
      'no sequel|follow-up exists|planned|coming',
    ],
    example: 'There isn’t a sequel, and nobody’s asked us for one.',
  },
  {
    rule: 'only-talk',
    stage: 'development',
    as: 'denial',
    phrases: [
      'more than talk|talks|conversation|chat',
      'just|only|nothing but talk|talking',
      'discussions and nothing more',
    ],
    example: 'I don’t want to sell it as more than talk.',
  },
  {
    rule: 'nothing-set',
    stage: 'greenlit',
    as: 'denial',
    phrases: [
      'not set .. sure|yet|stone',
      'nothing|not .. set|sure|confirmed|official|announce|concrete|definitive|decided|imminent|report|signed',
      'nobody|no-one|none .. signed|told|hired',
      'no .. news|update|updates|announcement|decision|deal',
    ],
    example: 'Nothing is set.',
  },
  {
    rule: 'no-go',
    stage: 'greenlit',
    as: 'denial',
    phrases: [
      'nobody|no-one|none|not .. said go|yes',
      'nobody|no-one|none .. said',
      'nobody|no-one|none .. greenlit|approved',
    ],
    example: 'Nobody has said go. (The work goes on.)',
  },
  {
    rule: 'no-date',
    stage: 'greenlit',
    as: 'denial',
    part: true,
    phrases: [
      'no release|start|shooting|premiere? date|dates',
      'not|yet|never .. announced|set|confirmed|given|have|fixed|revealed .. date|dates|window',
      'date|dates|window .. not|yet|never announced|set|confirmed|been|fixed|revealed',
      'without a? release? date',
      'pas|aucune .. date',
      'sin fecha',
      'no hay|tiene .. fecha',
      'kein|keinen|keine .. termin|starttermin|datum|startdatum|kinostart',
      'nessuna|senza data',
      'sem|nenhuma data',
      'nao .. data',
      'non .. data',
    ],
    example: 'A release date has not been announced. (It may be shot all the same.)',
  },
  {
    rule: 'news-to-me',
    stage: 'pre-production',
    as: 'denial',
    phrases: ['news to me|us|him|her|them|everyone', 'not|nothing|no|never true|truth|accurate'],
    example: 'That was news to me.',
  },
]
