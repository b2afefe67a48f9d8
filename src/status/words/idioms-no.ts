import type { StageWords } from './stage-words.ts'

/** How people say that a film rests, is over or was never asked for. */
export const IDIOMS_OF_NO: readonly StageWords[] = [
  {
    rule: 'on-hold',
    stage: 'stalled',
    as: 'fact',
    phrases: [
      'pencils|pens|tools .. down',
      'down|downed tools|pencils',
      'stopped writing|development|prep',
      'is asleep|sleeping|hibernating|comatose',
      'it is resting',
      'in a|my|his|her attic|freezer',
      'to|on one side',
    ],
    example: 'Pencils are down.',
  },
  {
    rule: 'cancelled',
    stage: 'cancelled',
    as: 'fact',
    phrases: [
      'off the table|slate',
      'file|files|case|books is|was|are|were? closed|shut',
      'buried it|the|that',
      'is|was|been buried',
      'it|film|movie|sequel|project died',
      'not be a|another|any second|sequel|follow-up|more|one|film|movie',
      'ship has? sailed',
      'closed|closing|shut the book|door .. on',
      'never see the light',
      'never going to|be made|happen',
      'gone for good',
      'six feet under',
      'requiem|obituary for',
      'over and done',
    ],
    example: 'That ship has sailed.',
  },
  {
    rule: 'not-asked',
    stage: 'development',
    as: 'denial',
    phrases: [
      'phone .. not rung|ring|rang',
      'not|never heard a|anything|back|from|of',
      'heard nothing',
      'nobody|no-one .. rung|phoned|told|talked|spoken',
      'radio silence',
      'crickets',
    ],
    example: 'My phone has not rung.',
  },
  {
    rule: 'news-to-me',
    stage: 'pre-production',
    as: 'denial',
    phrases: [
      'not a? word|bit .. true',
      'first i|we have? heard',
      'made|making it|that|this up',
      'complete|utter|total nonsense|rubbish|fiction|fabrication|bull',
      'completely|entirely|totally|simply false|untrue|wrong|invented',
    ],
    example: 'Not a word of it is true.',
  },
]
