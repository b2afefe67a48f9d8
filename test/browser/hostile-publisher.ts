import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArticleInput } from '../../demo/newsroom/server.ts'

/** An element that no page of ours has: where it is found, something broke out. */
export const MARK = 'attack-mark'

/** What breaks out of text, attributes, scripts, comments, CDATA, styles, JSON and templates. */
export const ATTACKS = [
  `<script>window.hit=1</script><${MARK}></${MARK}>`,
  `"><img src=x onerror="window.hit=1"><${MARK}>`,
  `' onmouseover='window.hit=1' autofocus onfocus='window.hit=1' x='`,
  `</title></textarea></style></script></noscript>--><${MARK}><svg onload=window.hit=1>`,
  `]]></description></item><${MARK}/>`,
  `&lt;${MARK}&gt;&#60;${MARK}&#62;&amp;lt;${MARK}&amp;gt;`,
  `{{constructor.constructor('window.hit=1')()}}\${window.hit=1}`,
  `\\u003c${MARK}\\u003e\u2028\u2029</script><script>window.hit=1</script>`,
  `javascript:window.hit=1//data:text/html,<${MARK}>`,
  `\u202e<${MARK} \u0000/>=?utf-8?B?PHNjcmlwdD4=?=`,
] as const

const FILM = 'Glass Harbor'

/** A film that does not exist, since nobody real shall have said such things. */
export const TOPIC = {
  id: 'glass-harbor-2',
  title: `${FILM} 2`,
  aliases: [`${FILM} 2`, `${FILM} sequel`],
  first_film: { title: FILM, released: '2019-02-14' },
  people: [
    { name: 'Mara Quell', aliases: ['Quell'], role: 'director' },
    { name: 'Ivo Brandt', aliases: ['Brandt'], role: 'producer' },
  ],
  studios: ['Northlight Pictures'],
}

/** A directory with the articles of publishers who put each attack into each field. */
export function hostileCorpus(): string {
  const dir = mkdtempSync(join(tmpdir(), 'hostile-'))
  const lines = ATTACKS.flatMap((attack, index) => [
    inFields(attack, index),
    inWords(attack, index),
  ])
  writeFileSync(join(dir, 'articles.ndjson'), lines.map((line) => JSON.stringify(line)).join('\n'))
  return dir
}

function inFields(attack: string, index: number): ArticleInput {
  const visible = visibly(attack)
  return {
    id: `fields-${index}`,
    outlet: `Harbor ${visible} Post`,
    url: `https://post${index}.example/news/${encodeURIComponent(visible)}?q=${encodeURIComponent(visible)}`,
    title: `${FILM} 2 CONFIRMED ${attack}`,
    byline: `Ada ${visible} Pell`,
    published: `2026-0${1 + (index % 9)}-1${index % 10}T08:00:00Z`,
    text: `Director Mara Quell spoke about ${FILM} 2 ${attack} on Monday.\n\n“We are working on ${FILM} 2, and number ${index} is the hardest part of it,” Quell told Reel ${visible} Weekly.\n\n${attack}`,
  }
}

function inWords(attack: string, index: number): ArticleInput {
  const visible = visibly(attack)
  return {
    id: `words-${index}`,
    outlet: `Lantern ${index}`,
    url: `https://lantern${index}.example/films/${index}`,
    title: `Producer on the ${FILM} sequel`,
    byline: attack,
    published: `2025-0${1 + (index % 9)}-2${index % 10}T08:00:00Z`,
    text: `Producer Ivo Brandt was asked about a ${FILM} sequel.\n\n“We want to make ${FILM} 2 ${visible} and we have talked with the studio ${index} times,” Brandt said.\n\nHe gave no date ${attack}.`,
  }
}

/** Without what a publisher's XML could not hold. */
function visibly(attack: string): string {
  return attack.replaceAll('\0', '')
}
