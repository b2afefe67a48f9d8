/**
 * Verbs of saying, as they stand beside quotations, lower case and without accents. Sorted by
 * language. Not among them: "asked", since who asks is not who answers; "heard", "read".
 */
const SAY_VERBS = `
  acknowledged acknowledges added adding adds addressed admits admitted admitting adding announced
  announces announcing answered answers argued argues assured assures began called cautioned
  cautioning cautions claimed claiming claims clarified clarifies commented comments conceded
  concedes concluded concludes confessed confesses confided confirmed confirming confirms continued
  continues continuing cried declared declares declined denied denies denying described describes
  detailed details dished elaborated elaborates emphasised emphasized enthused estimates expanded
  explained explaining explains expressed gushed hinted hinting hints insisted insisting insists
  joked jokes joking lamented laughed laughs mentioned mused muses noted notes noting observed
  observes offered offers opined ponders posted pressed promised promises quipped quips reaffirmed
  reassured recalled recalls reflected reflects reiterated reiterates relayed remarked remarks
  repeated replied replies responded responds revealed revealing reveals said saying say says shared
  shares sharing sighed sighs speculated spill spilled spills stated states stating stressed
  stresses suggested suggests swore teased teases teasing tell telling tells texted told touted
  tweeted tweets underlined urged vowed warned warns whispered writes wrote
  begging insisting spoke speaking
  admite admitio afirma afirmo anade anadio anuncio asegura aseguro comenta comento confesado
  confesar confeso confirma confirmado confirmo conto cuenta declara declarado declaro desvelo dice
  dicho dijo explica explicado explico insiste insistio recalco reconoce reconocio revela revelado
  revelo senala senalo
  bestatigt bestatigte betont betonte erganzte erklart erklarte erzahlt erzahlte meint meinte sagt
  sagte verkundete verrat verriet versicherte zitiert
  ajoute affirme assure assurait confie confirme declare dit explique precise raconte reconnait
  revele
  afferma aggiunge aggiunto ammette ammesso commentato conferma confermato dichiara dichiarato
  detto racconta raccontato rivela rivelato spiega spiegato
  acrescentou admite admitiu afirmou comentou confirmou contou declarou diz disse explicou
  revelou`

export const SAY_WORDS: ReadonlySet<string> = new Set(SAY_VERBS.trim().split(/\s+/))

/** Where the verbs of saying stand in a plain, lower-case text. */
export function sayVerbsIn(low: string): { start: number; end: number }[] {
  return [...low.matchAll(/\p{L}+/gu)]
    .filter(([word]) => SAY_WORDS.has(word))
    .map(({ 0: word, index }) => ({ start: index, end: index + word.length }))
}
