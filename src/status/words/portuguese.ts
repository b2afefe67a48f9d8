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
    rule: 'would-return',
    stage: 'talks',
    as: 'wish',
    phrases: ['uma|um|segundo filme|sequela|sequencia|ideia|historia .. na|numa gaveta'],
    example: 'Há um segundo filme na gaveta.',
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
      'retoma|retomam|retomou|retomaram|reabre|reabriu .. conversas|negociacoes|dialogo',
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
      'retomada|retomado|ressuscitada|ressuscitado|resgatada|resgatado|ressuscita',
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
    rule: 'is-writing',
    stage: 'development',
    as: 'fact',
    phrases: [
      'estamos|estou|esta|estao a? escrever|reescrever|escrevendo|reescrevendo',
      'estamos|estou|esta|estao a? escrever|escrevendo .. guiao|roteiro|argumento|sequela|sequencia|continuacao',
    ],
    example: 'Está a escrever o guião.',
  },
  {
    rule: 'greenlit',
    stage: 'greenlit',
    as: 'fact',
    phrases: [
      'deu|da|dar|dado|recebeu|recebe|obteve|tem|ganha|ganhou|com .. sinal|luz verde',
      'sinal|luz verde a|ao|para|da|do',
      'aprovado|aprovada|aprovou',
      'encomendou|encomendamos|encomendada|encomendado',
      'disse que sim',
    ],
    example: 'O estúdio deu luz verde.',
  },
  {
    rule: 'green-light',
    stage: 'greenlit',
    as: 'conditional',
    phrases: ['sinal|luz verde'],
    example: 'Ninguém fala de sinal verde.',
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
      'adia|adiou|adiaram|atrasa|atrasou .. estreia|lancamento',
      'estreia|lancamento .. adiada|adiado|atrasada|atrasado',
      'adia|adiou|adiado|adiada|atrasa|atrasou .. .. de|para janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|20*',
      'estreia|estreara|chega|chegara .. cinemas|salas|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro',
    ],
    example: 'Chega aos cinemas em agosto.',
  },
]
