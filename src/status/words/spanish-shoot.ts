import type { StageWords } from './stage-words.ts'

/** From the shoot on, in Spanish; the rest is in spanish.ts. */
export const SPANISH_SHOOT: readonly StageWords[] = [
  {
    rule: 'start-set',
    stage: 'pre-production',
    as: 'plan',
    phrases: [
      'rodaje',
      'preproduccion|localizaciones|casting',
      'rodara|rodaran|rodaremos|rodarse',
      'empezara|comenzara|arrancara|empieza|comienza|arranca .. rodar|rodaje|rodarse',
      'rodaje .. empezara|comenzara|arrancara|empieza|comienza|arranca|previsto',
    ],
    example: 'El rodaje empezará en marzo.',
  },
  {
    rule: 'filming',
    stage: 'filming',
    as: 'fact',
    later: 'pre-production',
    phrases: [
      'en rodaje|produccion|pleno',
      'reanuda|retoma|retomo|reanudo|vuelve .. rodaje|trabajo',
      'rodaje .. reanudado|retomado',
      'rodaje .. comenzo|empezo|comenzado|empezado|arranco|arrancado|marcha|curso',
      'comenzo|empezo|comenzado|empezado|arranco|arrancado .. rodaje|rodar',
      'rodando|estamos rodando',
      'primer dia de rodaje',
    ],
    example: 'El rodaje ya ha empezado.',
  },
  {
    rule: 'wrapped',
    stage: 'post-production',
    as: 'fact',
    later: 'pre-production',
    phrases: [
      'postproduccion|posproduccion|montaje',
      'fin de|del rodaje',
      'rodaje .. terminado|concluido|finalizado|acabado|termino|concluyo',
      'terminado|concluido|finalizado|acabado|termina|termino|concluye|concluyo .. rodaje|rodar',
      'fin de|del rodaje',
    ],
    example: 'Ha terminado el rodaje.',
  },
  {
    rule: 'released',
    stage: 'released',
    as: 'fact',
    phrases: [
      'estrenada|estreno|estrenado|estrena .. hoy|ayer|viernes|cines|salas',
      'ya|hoy .. cines|salas|cartelera',
      'llega|llego|llegado .. cines|salas|cartelera',
    ],
    example: 'Ya en cines.',
  },
  {
    rule: 'on-hold',
    stage: 'stalled',
    as: 'fact',
    phrases: [
      'pausado|pausada|aparcada|aparcado|paralizado|paralizada|suspendida|suspendido|standby',
      'en pausa|suspenso|espera|punto|dique|limbo|cajon',
      'congelado|congelada|parado|parada|aplazado|aplazada',
      'en .. cajon|congelador|aire|estanteria',
    ],
    example: 'El proyecto está en pausa.',
  },
  {
    rule: 'cancelled',
    stage: 'cancelled',
    as: 'fact',
    phrases: [
      'cancelada|cancelado|cancela|cancelo|cancelan|descartada|descartado|descarta|anulada|anulado',
      'no se hara',
      'esta|estan muerta|muerto|muertas|muertos',
      'no habra secuela|segunda|continuacion',
    ],
    example: 'La secuela, cancelada.',
  },
  {
    rule: 'not-asked',
    stage: 'development',
    as: 'denial',
    phrases: [
      'no existe',
      'secuela no existe',
      'nadie .. pedido|llamado|encargado|ofrecido',
      'no hay .. planes|proyecto|secuela',
    ],
    example: 'Nadie nos la ha pedido.',
  },
  {
    rule: 'nothing-set',
    stage: 'greenlit',
    as: 'denial',
    phrases: ['todavia|aun no|nada', 'nada .. firmado|decidido|oficial|cerrado|confirmado'],
    example: 'Todavía no hay nada firmado.',
  },
]
