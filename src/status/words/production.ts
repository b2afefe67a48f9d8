import type { StageWords } from './stage-words.ts'

/** Ground that is laid for a shoot: a start date, sets, cast, crew. */
export const PRE_PRODUCTION: readonly StageWords[] = [
  {
    rule: 'preparing',
    stage: 'pre-production',
    as: 'fact',
    phrases: [
      'pre-production|preproduction|preproduccion|vorproduktion|pre-produzione|pre-producao|preproduction',
      'prep|prepping',
      'scouting|scouted|scouts|scout',
      'sets .. built|standing|constructed|up|construction',
      'building|built|construct|constructing|build .. sets|set|stages|ships|city',
      'booked|reserved|booking|reserve|holding|secured .. stage|stages|space|studio|studios|soundstages',
      'stages|stage|soundstages|studios .. booked|reserved|held',
      'crew .. hired|hiring|assembled',
      'crewing|staffing up',
      'working|fake|code title|name',
      'the|a|shooting|production|filming schedule',
      'stages|schedule',
    ],
    example: 'We have sets going up in Budapest.',
  },
  {
    rule: 'casting',
    stage: 'pre-production',
    as: 'plan',
    phrases: [
      'casts|taps|recruits',
      'casting call|director|process|has|is|underway|begins',
      'casting',
      'cast as|opposite|in',
      'joins|joined|join|joining .. cast|sequel|film',
      'signs|signed|sign|deal|deals .. star|return|reprise',
      'will reprise|star|return|play|costar|co-star',
      'set|confirmed to .. reprise|star|return|direct|costar',
    ],
    example: 'Ana Ruiz joins the cast of the sequel.',
  },
  {
    rule: 'start-set',
    stage: 'pre-production',
    as: 'plan',
    phrases: [
      'will|to|set|expected|scheduled|slated|due|ready|planning|about .. begin|start|commence|kick|go|shoot|film|filming|shooting|enter .. filming|shooting|production|photography|cameras|camera|principal|off',
      'filming|shooting|production|cameras|photography will',
      'will|to film|shoot|lens in|this|next|again|later|soon|on|back',
      'will|gonna film|shoot|lens',
      'going to film|shoot|lens',
      'start|beginning of .. production|filming|photography|shooting',
      'start date',
      'eyes|eyeing|targets|targeting|aims|aiming .. shoot|start|production|filming',
      'before|front of? the? cameras|camera',
      'shoot|shooting|filming|film|production .. next|this .. spring|summer|fall|autumn|winter|year|month|january|february|march|april|may|june|july|august|september|october|november|december',
      'shoot|shoots|shooting|filming .. january|february|march|april|may|june|july|august|september|october|november|december',
      'days of filming|shooting',
      'shoot is|will|would|was|has|in',
      'rodaje|dreharbeiten|tournage|riprese|filmagens',
      'cameras .. roll',
    ],
    example: 'Cameras will roll in March.',
  },
]

export const FILMING: readonly StageWords[] = [
  {
    rule: 'starts',
    stage: 'filming',
    as: 'fact',
    later: 'pre-production',
    phrases: [
      'begins|starts|begin|start filming|shooting|production|principal|photography',
      'filming|shooting|production|photography begins|starts|commences',
      'cameras begin|start',
      'day one of|on',
      'week|day|month of shooting|filming|production',
      'finished|completed|done .. week|day|month|half of filming|shooting|production',
      'first day of|on .. filming|shooting|photography|set',
    ],
    example: 'Emberfall 2 begins filming in Ireland. (With a date to come it is only set.)',
  },
  {
    rule: 'shooting-now',
    stage: 'filming',
    as: 'fact',
    alone: true,
    phrases: ['currently|now|already|is|are|am|was|were|been|busy filming|shooting|lensing'],
    example: 'We are shooting in Budapest.',
  },
  {
    rule: 'filming',
    stage: 'filming',
    as: 'fact',
    phrases: [
      'filming|shooting|production|photography .. underway|begun|began|started|commenced|continues|resumed|kicked',
      'filming|shooting|production .. under way',
      'cameras .. rolling|rolled',
      'began|started|begun|commenced|kicked .. filming|shooting|production|principal|photography',
      'principal photography',
      'in production',
      'weeks|days|months|halfway into|of|through .. filming|shooting|shoot|production',
      'en rodaje|produccion',
      'rodaje .. comenzo|empezo|comenzado|empezado|arranco|marcha',
      'dreharbeiten .. begonnen|laufen|gestartet',
      'gedreht|dreht',
      'tournage .. commence|debute|demarre|cours',
      'riprese .. iniziate|cominciate|partite|corso',
      'filmagens .. comecaram|andamento|iniciadas',
    ],
    example: 'Filming is under way in Budapest.',
  },
]

export const POST_PRODUCTION: readonly StageWords[] = [
  {
    rule: 'wrapped',
    stage: 'post-production',
    as: 'fact',
    phrases: [
      'wrapped|wraps|wrapping',
      'wrap on|of|party|photo',
      'in post',
      'post-production|postproduction|postproduccion|postproduktion',
      'editing|edit',
      'finished|completed|done|concluded .. filming|shooting|production|photography',
      'filming|shooting|production .. finished|completed|complete|concluded|ended|over',
      'test screening|screenings|screened',
      'in the can',
      'rough cut',
      'locked picture|cut',
      'picture lock|locked',
    ],
    example: 'The sequel has wrapped.',
  },
]

/** Read only where the awaited film itself is named beside them: its first film is out, too. */
export const RELEASED: readonly StageWords[] = [
  {
    rule: 'released',
    stage: 'released',
    as: 'fact',
    phrases: [
      'out now|today',
      'now .. theaters|theatres|cinemas|streaming|playing|available',
      'in theaters|theatres|cinemas now|today|everywhere',
      'opened|opens|premiered|debuted|bowed|released|grossed|earned',
      'streaming|streams|available on|to',
      'estrenada|estreno|estrenado',
    ],
    example: 'Emberfall 2 is in cinemas now.',
  },
]
