import { finderOf, LETTER } from './letters.ts'

/**
 * English verbs of saying, as they stand beside quotations, lower case. Not among them: "asked",
 * since who asks is not who answers; "heard", "read"; those that say little away from a quotation
 * ("thinks", "signed"), which are taken for saying only right beside one.
 */
const ENGLISH = `
  acknowledged acknowledges added adding adds addressed admits admitted admitting affirmed announced
  announces announcing answered answers argued argues assured assures began boasted boasts called
  cautioned cautioning cautions chuckled chuckles claimed claiming claims clarified clarifies
  commented comments conceded concedes concluded concludes confessed confesses confided confirmed
  confirming confirms continued continues continuing countered cried declared declares declined
  denied denies denying described describes detailed details dished divulged e-mailed elaborated
  elaborates emailed emphasised emphasized enthused enthuses estimates exclaimed expanded explained
  explaining explains expressed grinned grins gushed gushes hinted hinting hints insisted insisting
  insists joked jokes joking lamented laughed laughs maintained maintains mentioned mused muses
  noted notes noting observed observes offered offers opined ponders posted pressed promised
  promises quipped quips reaffirmed reassured recalled recalls recounted recounts reflected reflects
  reiterated reiterates relayed remarked remarks repeated replied replies responded responds
  retorted revealed revealing reveals said saying say says shared shares sharing shrugged shrugs
  sighed sighs speculated spill spilled spills stated states stating stressed stresses suggested
  suggests swore teased teases teasing tell telling tells texted told touted tweeted tweets
  underlined urged volunteered vowed warned warns whispered whispers writes wrote begging insisting spoke
  speaking agreed agrees beamed beams blurted chimed chimes concurred concurs contended contends
  corrected cracked cracks deadpanned deadpans groaned growled grumbled interjected mumbled murmured
  muttered pleaded pleads posited predicted predicts proclaimed reasoned reckoned reckons shouted
  shouts snapped snorted summed summarised summarized surmised theorized yelled yells`

/** Stems with the endings of he and she, now and then, and of the participle; accents are off. */
const REGULAR: [stems: string, endings: string][] = [
  // Spanish: afirma, afirmó, afirmado, afirmaba
  [
    `afirm apunt asegur aclar adelant bromea coment confirm confes contest declar desmint destac
    desvel explic express indic manifest matiz mencion opin precis pregunt record relat remarc
    revel senal subray zanj anunci avanz celebr lament sentenci apostill bromea
    calific comunic confi detall enfatiz exclam garantiz ironiz justific pronostic inform public puntualiz ratific recalc
    reiter relat rememor remat replic reproch susurr vaticin valor`,
    'a o an ado aba aron',
  ],
  [
    'anad admit insist respond reconoc promet advirt concluy defend describ resum suger sugir',
    'e en io ido ia ieron',
  ],
  // Italian: afferma, affermò, affermato, affermava
  [
    `afferm annunci assicur chios comment conferm confess confid dichiar fren gliss ironizz lament
    nicchi precis raccont ricord rassicur replic rivel scherz sentenzi sintetizz sospir sottoline
    spieg svel`,
    'a o ano ato ava',
  ],
  // Portuguese: afirma, afirmou, afirmado, afirmava
  [
    `acrescent adiant afirm argument avali avis brinc celebr coment complet confess confid confirm
    cont declar desabaf detalh emend enfatiz explic fris garanti inform ironiz justific lament lembr
    observ opin ponder ressalt ressalv reforc reiter relat resum retruc revel sublinh anunci`,
    'ou ava aram',
  ],
  [
    'admit avert conclu defend esclarec garant insist reag rebat respond reconhec promet resum suger',
    'iu eu ido ia iram eram',
  ],
  // French: explique, expliqua, expliqué, expliquait
  [
    'affirm ajout annonc assur avou confi confirm declar expliqu insist lach plaisant precis racont rappel repliqu revel soulign tranch temoign felicit rejoui amus resum estim certifi clam comment detaill indiqu inform nuanc object observ proclam remarqu ripost gliss ironis jur martel plaid regrett retorqu rassur souffl soupir temper',
    'e a ait ent',
  ],
  // German: erklärt, erklärte
  [
    `antwort betont erganz erklar erzahl bestatig mein sag scherz versicher verkund witzel
    bemerk dementier grins klag murmel schilder schmunzel vermut warn
    kundig erlauter bekraftig beteuer dampf entgegn erwider kommentier prazisier prophezei
    resumier schwarm seufz verteidig wiederhol`,
    't te ten et ete',
  ],
]

/** The rest, as they stand. */
const IRREGULAR = `
  dicen dijeron rie sonrie asevera asevero cuenta conto contado dice decia dijo dicho confiesa niega nego recuerda reconocio
  sostiene sostuvo
  dice diceva detto promette risposto disse aggiunge aggiunto ammette ammesso risponde risposto scritto scrive
  dicono dissero sorride avverte avvertito concede concesso conclude concluso garantisce garantito insiste osserva osservato
  ribadisce ribadito ribatte ribattuto sapere
  dizem disseram ri sorri diz disse dizia dito conta contou escreveu afirma garante confessa explica lembra revela brinca
  rit sourit avertit averti avoue concede conclut garantit dit disent disait repond repondu reconnait reconnu precisait promis promet prevenu previent
  ecrit ecrivait glisse glisser savoir
  lacht lachelt betont betonte gab gestand gesteht liess ließ lasst raumte schreibt schrieb spricht sprach stellte wissen
  teilte mitteilte mitteilt bekanntgab verriet verrat versprach verspricht zitiert fugte`

const WORDS = (list: string) => list.trim().split(/\s+/)

const OTHERS = [
  ...REGULAR.flatMap(([stems, endings]) =>
    WORDS(stems).flatMap((stem) => WORDS(endings).map((ending) => stem + ending)),
  ),
  ...WORDS(IRREGULAR),
]

export const SAY_WORDS: ReadonlySet<string> = new Set([...WORDS(ENGLISH), ...OTHERS])

const IN_ENGLISH: ReadonlySet<string> = new Set(WORDS(ENGLISH))

/** Whether a verb of saying may stand without a subject, as in the Romance languages. */
export function dropsSubject(verb: string): boolean {
  return SAY_WORDS.has(verb) && !IN_ENGLISH.has(verb)
}

/** Where the verbs of saying stand in a plain, lower-case text. */
export const sayVerbsIn = finderOf(SAY_WORDS, LETTER)
