import type { StageWords } from './stage-words.ts'

/** Portuguese, accents off. Rules are those of the English tables, whose notes hold here. */
export const PORTUGUESE: readonly StageWords[] = [
  {
    rule: 'would-love',
    stage: 'talks',
    as: 'wish',
    phrases: [
      'adoraria|gostaria|adorariamos|gostariamos|adorava|gostava',
      'voltaria|voltariamos|regressaria|faria|repetiria',
      'quer|queremos|quero|querem .. sequela|sequencia|continuacao|segundo|voltar|fazer',
      'espero|esperamos|espera|esperanca|tomara|oxala|sonho',
      'pronto|pronta|disposto|disposta a|para .. voltar|fazer',
    ],
    example: 'Adoraria voltar.',
  },
  {
    rule: 'talking',
    stage: 'talks',
    as: 'fact',
    phrases: [
      'nunca digo|diga|dizer nunca',
      'falo|fala|falei|falamos com',
      'conversas|falado|conversando|falando|conversamos|falamos|negociacoes',
      'ideia|ideias para',
    ],
    example: 'Temos falado nisso.',
  },
  {
    rule: 'working-on',
    stage: 'development',
    as: 'fact',
    phrases: [
      'trabalhando|trabalhamos|trabalha|trabalhar em|nisso|no|na|ja',
      'a trabalhar',
      'em desenvolvimento|preparacao|andamento|marcha',
      'desenvolver|desenvolvendo .. sequela|sequencia|continuacao',
    ],
    example: 'Estamos a trabalhar nisso.',
  },
  {
    rule: 'revived',
    stage: 'development',
    as: 'fact',
    phrases: [
      'da|de gaveta|prateleira',
      'volta|voltou|voltaram a trabalhar|escrever',
      'retomada|retomado|ressuscitada|ressuscitado',
    ],
    example: 'O projeto foi retomado.',
  },
  {
    rule: 'pages',
    stage: 'development',
    as: 'fact',
    part: true,
    phrases: [
      'roteiro|argumento|guiao|rascunho|tratamento',
      'escrevendo|escreve|escrevera|escrito|escrever .. sequela|sequencia|continuacao|guiao|roteiro',
    ],
    example: 'O guião está pronto.',
  },
  {
    rule: 'greenlit',
    stage: 'greenlit',
    as: 'fact',
    phrases: ['sinal|luz verde', 'aprovado|aprovada|aprovou', 'disse que sim'],
    example: 'O estúdio deu luz verde.',
  },
  {
    rule: 'announced',
    stage: 'greenlit',
    as: 'fact',
    phrases: [
      'anunciado|anunciada|oficializado|confirmado|confirmada|oficial|oficialmente',
      'tera|vai ter .. sequela|sequencia|continuacao',
    ],
    example: 'A sequela é oficial.',
  },
  {
    rule: 'confirmed',
    stage: 'greenlit',
    as: 'fact',
    phrases: ['confirma|anuncia'],
    example: 'O estúdio confirma a sequela.',
  },
  {
    rule: 'dated',
    stage: 'greenlit',
    as: 'plan',
    phrases: [
      'data de estreia',
      'estreia|estreara|chega|chegara .. cinemas|salas|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro',
    ],
    example: 'Chega aos cinemas em agosto.',
  },
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
    phrases: [
      'filmagens|rodagem|gravacoes .. comecaram|andamento|iniciadas|comecou|arrancou|arrancaram|curso',
      'comecaram|comecou|arrancou|arrancaram .. filmagens|rodagem|gravacoes',
      'em producao|rodagem|filmagens',
      'filmando|rodando',
    ],
    example: 'A rodagem já começou.',
  },
  {
    rule: 'wrapped',
    stage: 'post-production',
    as: 'fact',
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
