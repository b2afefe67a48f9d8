/**
 * Common given names of film people in the languages that we read, by the pronoun they take. Names
 * that either may bear (Alex, Robin, Kim) are left out: unknown is better than wrong.
 */
const HERS = `
  abigail adriana agnes aisha alejandra alexandra alice alicia alison amanda amelia amy ana andrea
  angela angelina anita ann anna anne annette annie ariana audrey barbara beatrice beatriz bella
  bianca brenda bridget camila carla carmen carol carolina caroline catherine cecilia charlotte
  chloe christina christine claire clara claudia daniela deborah denise diana diane dolores donna
  dorothy edith eileen elena eleanor elisa elisabeth elizabeth ella ellen emilia emily emma erica
  erin esther eva evelyn fatima fiona florence frances francesca gabriela gina giulia gloria grace
  greta gwen hannah heather helen helena hilda ines ingrid irene iris isabel isabella jane janet
  jennifer jessica joan joanna josephine judith judy julia juliana julie karen kate katharina
  katherine kathleen kathryn katie keira kirsten kristen kristin laura lauren leonor leticia lilian
  lily linda lisa lorena lori louise lucia lucy luisa lydia madeleine magdalena margaret margot
  maria mariana marie marina marion marta martha mary matilda maya megan melanie melissa mercedes
  mia michelle miranda miriam monica monika nadia nancy naomi natalia natalie natasha nina nora
  olga olivia ophelia pamela patricia paula pauline penelope petra pilar rachel rebecca renata
  renee rita rosa rosario rosie ruth sabine sally sandra sara sarah sheila shirley silvia sofia
  sophia sophie stella stephanie susan susanne sylvia tanya teresa thelma theresa tina ursula
  valentina valeria vanessa vera veronica victoria virginia vivian wendy yolanda yvonne zoe`

const HIS = `
  aaron abdul abel abraham adam adrian ahmed alan albert alberto alejandro alessandro alexander
  alfonso alfred alfredo allen alvaro andre andreas andres andrew angelo anthony antoine antonio
  armando arnold arthur arturo augustin austin barry benedict benjamin bernard bill bob boris brad
  brandon brendan brian bruce bruno carl carlos cesar charles chris christian christoph christophe
  christopher clint colin corbin craig daniel danny dario dave david dennis denis denzel derek diego
  dominic don donald douglas duncan dylan eddie edgar eduardo edward edwin elias elijah emil emilio
  emmanuel enrique eric erik ernest ernesto ethan eugene federico felipe felix fernando filippo
  francesco francis francisco francois frank franz fred frederick gabriel gareth gary gaspard
  geoffrey george gerald gerard giacomo gilbert giovanni giuseppe gordon graham greg gregory
  guillaume guillermo gustavo guy hans harold harrison harry hector henri henrik henry herbert
  howard hugh hugo ian ignacio isaac ivan jack jacob jacques jaime jake james jason javier jeff
  jeffrey jeremy jerry jim joaquin joel johan john johnny jon jonas jonathan jordi jorge jose joseph
  joshua juan julian julien julio justin karl keanu keith kenneth kevin klaus kurt lars laurent
  lawrence leo leon leonard leonardo lorenzo louis lucas luciano luis luke marc marcel marco marcos
  mario mark markus martin mateo matt matthew mauricio max michael michel miguel mike mohamed
  nathan neil nicholas nicolas nigel oliver olivier omar oscar otto owen pablo paolo pascal patrick
  paul pedro peter philip philippe pierre quentin rafael ralph raul raymond ricardo riccardo richard
  robert roberto rodrigo roger roland roman ronald ruben rudolf rupert russell ryan salvador samuel
  scott sean sebastian sergio seth simon stanley stefan stephen steve steven stuart sven taylor ted
  terry theo thomas timothy tobias todd tom tommy tony ulrich vicente victor vincent vincenzo
  vittorio walter wayne wes wilhelm william wolfgang xavier zachary`

const GENDERS = new Map(
  [[HERS, 'f'] as const, [HIS, 'm'] as const].flatMap(([names, gender]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, gender] as const),
  ),
)

export type Gender = 'f' | 'm'

/** Which pronoun a person's given name takes; null where it does not tell. */
export function genderOf(name: string): Gender | null {
  const [given = ''] = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').split(/[ -]/)
  return GENDERS.get(given) ?? null
}

const HER_WORDS =
  /^(?:she|sie|elle|ella|lei|ela|actress|chairwoman|spokeswoman|actrice|actriz|attrice|atriz|directora|directrice|realizadora|produttrice|productora|productrice|produtora|sceneggiatrice|diretora|\p{L}+in|die \d.*)$/u
const HIS_WORDS =
  /^(?:he|er|il|lui|ele|chairman|spokesman|realizador|realisateur|regisseur|der \d.*)$/u

/** Which gender a pronoun or a role noun, in plain lower case, tells of; null where it does not. */
export function genderOfWord(word: string): Gender | null {
  if (HIS_WORDS.test(word)) return 'm'
  return HER_WORDS.test(word) ? 'f' : null
}
