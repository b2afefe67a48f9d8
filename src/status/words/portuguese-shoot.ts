import type { StageWords } from './stage-words.ts'

/** From the shoot on, in Portuguese; the rest is in portuguese.ts. */
export const PORTUGUESE_SHOOT: readonly StageWords[] = [
  {
    rule: 'start-set',
    stage: 'pre-production',
    as: 'plan',
    phrases: [
      'filmagens|rodagem|gravacoes',
      'pre-producao|preproducao|elenco',
      'filmagens|rodagem|gravacoes .. comecam|comecarao|arrancam|arranca|comeca|previstas',
    ],
    example: 'As filmagens começam em março.',
  },
  {
    rule: 'filming',
    stage: 'filming',
    as: 'fact',
    later: 'pre-production',
    phrases: [
      'filmagens|rodagem|gravacoes .. comecaram|andamento|iniciadas|comecou|arrancou|arrancaram|curso',
      'comecaram|comecou|arrancou|arrancaram .. filmagens|rodagem|gravacoes',
      'em producao|rodagem|filmagens',
      'filmando|rodando',
      'retoma|retomou|retomadas .. filmagens|rodagem|gravacoes',
    ],
    example: 'A rodagem já começou.',
  },
  {
    rule: 'wrapped',
    stage: 'post-production',
    as: 'fact',
    later: 'pre-production',
    phrases: [
      'pos-producao|montagem',
      'filmagens|rodagem|gravacoes .. terminaram|terminou|concluidas|concluida|encerradas|fim',
      'terminaram|terminou|concluidas|encerradas .. filmagens|rodagem|gravacoes',
      'fim das|da filmagens|rodagem|gravacoes',
    ],
    example: 'Terminou a rodagem.',
  },
  {
    rule: 'released',
    stage: 'released',
    as: 'fact',
    later: 'greenlit',
    phrases: [
      'estreou|chegou|estrearam|chegaram .. cinemas|salas|ontem|hoje',
      'ontem|hoje|ja .. cinemas|salas|cartaz',
    ],
    example: 'Chegou ontem às salas.',
  },
  {
    rule: 'on-hold',
    stage: 'stalled',
    as: 'fact',
    phrases: [
      'em pausa|espera|suspenso|banho-maria',
      'suspenso|suspensa|parado|parada|congelado|congelada|adiado|adiada',
      'na gaveta',
    ],
    example: 'O projeto está em pausa.',
  },
  {
    rule: 'cancelled',
    stage: 'cancelled',
    as: 'fact',
    phrases: [
      'cancelou|cancelado|cancelada|engavetado|engavetada|descartado|descartada',
      'nao havera',
      'nao vamos|iremos|vai|vao mais? fazer|sair|produzir|acontecer',
      'enterra|enterrou|enterrado|enterrada',
      'pasta|caso .. fechada|fechado|encerrado',
      'projeto|filme .. perdido',
    ],
    example: 'A sequela foi cancelada.',
  },
  {
    rule: 'not-asked',
    stage: 'development',
    as: 'denial',
    phrases: ['nenhum|nenhuma .. plano|sequencia|sequela|projeto', 'ninguem .. pediu|ligou|chamou'],
    example: 'Ninguém nos pediu nada.',
  },
  {
    rule: 'nothing-set',
    stage: 'greenlit',
    as: 'denial',
    phrases: ['ainda nao', 'nada .. oficial|assinado|decidido', 'nada de oficial'],
    example: 'Ainda não há nada assinado.',
  },
]
