import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { LADDER, OFF_LADDER, STAGE_NAMES, type Stage } from '../src/stage.ts'
import { isOnRecord, rankOf, supportable } from '../src/status/authority.ts'
import { whatWouldChange } from '../src/status/outlook.ts'
import { RULES_VERSION } from '../src/status/reading.ts'
import { STAGE_WORDS } from '../src/status/words/all.ts'
import type { VoiceRole } from '../src/story/voices.ts'
import { readOptions } from './options.ts'

const USAGE = `npm run rules

Writes docs/status-rules.md anew from the tables that the reader reads by.
  --help  this text`

const FILE = 'docs/status-rules.md'

const ROLES: readonly VoiceRole[] = [
  'studio',
  'producer',
  'director',
  'writer',
  'actor',
  'author',
  'insider',
  'other',
  'outlet',
]

const INTRO = `# The rules of the status

Written by \`npm run rules\` from the tables of [src/status](../src/status): what stands here is what the
Worker does. Version ${RULES_VERSION} of the rules. Why they are so: [decisions.md](decisions.md).

1. An article is read sentence by sentence. A sentence counts only where it is about the awaited film:
   not the first one, another film of the same people, a namesake, a fan's trailer or satire.
2. Words of the tables below claim, deny or wish a stage. What stands around them turns that: negation
   makes it a denial, "if" a condition, "reportedly" a rumour, "will" a plan, "?" a question.
3. Each claim has a voice: who says it, and in which role. A headline has none, and counts for nothing.
4. What the voices support together is the stage of the article. A headline above it is an overclaim.
5. The status follows from the new statements of all articles in the order of time. It goes up by a higher
   stage, down by a denial of somebody who ranks no lower than who claimed it, and leaves the ladder
   only by the word of those who answer for the film. A repeat changes nothing.
6. After a year without a word on record it is quiet. Silence alone changes no stage.`

/** The page: the ladder, who may say what, and every row of the tables of words. */
export function rulesPage(): string {
  return `${[INTRO, ladder(), voices(), words()].join('\n\n')}\n`
}

function ladder(): string {
  const rows = [...LADDER, ...OFF_LADDER].map((stage) => {
    const { words: told, tmdb, imdbPro } = STAGE_NAMES[stage]
    return [stage, told, whatWouldChange(stage), tmdb, imdbPro]
  })
  const head = ['stage', 'what the site says', 'what would change it', 'TMDB', 'IMDbPro']
  return `## The ladder

From rumour to release; the last two lie beside it.

${table([head, ...rows])}`
}

function voices(): string {
  const rows = ROLES.map((role) => [
    role,
    String(rankOf(role)),
    isOnRecord(role) ? 'yes' : 'no',
    highest(role),
  ])
  return `## Who may say what

A denial counts against claims of the same rank and below.

${table([['voice', 'rank', 'on record', 'the most it supports'], ...rows])}`
}

/** The stage that a voice supports by claiming the highest one but what everybody can see. */
function highest(role: VoiceRole): string {
  return supportable('post-production', role) ?? 'nothing'
}

function words(): string {
  const stages: readonly Stage[] = [...LADDER, ...OFF_LADDER]
  return stages
    .map((stage) => {
      const rows = STAGE_WORDS.filter((row) => row.stage === stage)
      const shown = rows.map(({ rule, as, phrases, example }) => [
        rule,
        as,
        String(phrases.length),
        example,
      ])
      return `## Words of ${stage}

${table([['rule', 'said as', 'phrases', 'for example'], ...shown])}`
    })
    .join('\n\n')
}

function table([head = [], ...rows]: string[][]): string {
  const line = (cells: string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

if (import.meta.main) {
  readOptions(process.argv.slice(2), USAGE)
  writeFileSync(FILE, rulesPage())
  spawnSync('npx', ['biome', 'format', '--write', FILE], { stdio: 'ignore' })
  console.log(`wrote ${FILE}`)
}
