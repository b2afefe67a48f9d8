import type { StageWords } from './stage-words.ts'

/** Spanish, accents off. Rules are those of the English tables, whose notes hold here. */
export const SPANISH: readonly StageWords[] = [
  {
    rule: 'would-love',
    stage: 'talks',
    as: 'wish',
    phrases: [
      'gustaria|encantaria|encanta',
      'volveria|volveriamos|regresaria|regresariamos|repetiria|haria|hariamos|rodaria',
      'quiere|quieren|queremos|quiero|querria .. volver|hacer|rodar|una|otra|segunda|secuela',
      'desea|deseo|deseando|dispuesto|dispuesta|ganas',
      'esperamos|esperanza|ojala|sueno con|sueña',
    ],
    example: 'Volvería mañana mismo.',
  },
  {
    rule: 'talking',
    stage: 'talks',
    as: 'fact',
    phrases: [
      'nunca digas|digo|decir nunca',
      'hablo|habla con',
      'hablado|hablamos|hablando|conversaciones|negociaciones',
      'en conversaciones|negociaciones',
      'idea|ideas para',
    ],
    example: 'Lo hemos hablado.',
  },
  {
    rule: 'working-on',
    stage: 'development',
    as: 'fact',
    phrases: [
      'trabajando|trabajamos|trabaja|trabajan en|ya|sobre',
      'en desarrollo|marcha|preparacion|proyecto|camino',
      'desarrollando|desarrolla|desarrollan .. secuela|segunda|continuacion',
      'sigue|siguen|seguimos desarrollandola|desarrollandolo|desarrollando',
    ],
    example: 'Estamos trabajando en ello.',
  },
  {
    rule: 'revived',
    stage: 'development',
    as: 'fact',
    phrases: [
      'del|sale cajon|congelador|limbo',
      'vuelve|vuelto|volvio a .. escribir|trabajar|marcha|escritorio',
      'resucita|resucitan|resucitado|retoma|retomado|retomada|reactivado',
    ],
    example: 'El proyecto se ha retomado.',
  },
  {
    rule: 'pages',
    stage: 'development',
    as: 'fact',
    part: true,
    phrases: [
      'guion|tratamiento|escaleta|borrador|libreto',
      'estamos|estan|esta|estoy|sigue|siguen|seguimos escribiendo|reescribiendo',
      'escribiendo|escribe|escribira|escrito|escribir .. secuela|segunda|continuacion|guion|la|paginas',
      'guionista|guionistas contratado|contratada|fichado|fichada',
    ],
    example: 'Hay un borrador del guion.',
  },
  {
    rule: 'greenlit',
    stage: 'greenlit',
    as: 'fact',
    phrases: [
      'da|dado|dio|dieron|dan|dar|recibe|recibio|recibido|obtiene|tiene|con .. luz verde',
      'luz verde a|al|para|de|del',
      'aprobado|aprobada|aprueba',
      'dicho que si',
      'visto bueno a|de|del',
      'encargado|encarga|encargo .. pelicula|secuela',
    ],
    example: 'El estudio ha dado luz verde.',
  },
  {
    rule: 'green-light',
    stage: 'greenlit',
    as: 'conditional',
    phrases: ['luz verde', 'visto bueno'],
    example: 'Nadie habla de luz verde.',
  },
  {
    rule: 'announced',
    stage: 'greenlit',
    as: 'fact',
    phrases: [
      'confirmado|confirmada|anunciada|anunciado|oficial|oficialmente',
      'tendra secuela|segunda|continuacion',
      'habra secuela|segunda|continuacion',
    ],
    example: 'La secuela es oficial.',
  },
  {
    rule: 'confirmed',
    stage: 'greenlit',
    as: 'fact',
    phrases: ['confirma|anuncia'],
    example: 'El estudio confirma la secuela.',
  },
  {
    rule: 'going-forward',
    stage: 'greenlit',
    as: 'fact',
    phrases: ['sigue|siguen adelante'],
    example: 'La secuela sigue adelante.',
  },
  {
    rule: 'dated',
    stage: 'greenlit',
    as: 'plan',
    phrases: [
      'fecha de estreno',
      'estrenara|estrenaran|llegara|llegaran .. cines|salas|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
    ],
    example: 'Se estrenará en agosto.',
  },
]
