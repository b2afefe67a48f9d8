import type { Topic } from '../src/topic.ts'
import { type Case, caseOf } from './corrections/cases.ts'
import { writeCorpus } from './corrections/corpus.ts'
import { localQuery, remoteQuery, standingCorrections } from './corrections/query.ts'
import { fail } from './failure.ts'
import { readTopic } from './local/configured.ts'
import { readOptions, textsOf } from './options.ts'
import { WRANGLER_HELP, WRANGLER_OPTIONS, wranglerOf } from './setup/wrangler.ts'

const USAGE = `npm run -s corrections -- [--remote | --state DIR] [--corpus DIR] > cases.ndjson

Every correction of an admin that stands as a labelled case, one a line: what was corrected, the articles
that it is about in the form of articles.ndjson, and how they are to be read in the form of gold.json.
What the admin said is right; look over the other labels, which are as the site shows them. The texts
belong to their publishers: keep them to yourself, and put the case into the project in other words.
  --corpus DIR     writes topic.json, articles.ndjson and gold.json there instead, as test/corpus/reading
                   has them: npm run -s read -- --topic DIR/topic.json < DIR/articles.ndjson
  --topic FILE     another film than the configured one
  --remote         the deployed database, by wrangler d1 execute
  --state DIR      of a local run (.demo/newsroom); .demo/dev for npm run dev
${WRANGLER_HELP}
  --help           this text

Exit codes: 0 done; 1 failed; 2 wrong options.`

const options = readOptions(process.argv.slice(2), USAGE, {
  corpus: { type: 'string' },
  topic: { type: 'string' },
  remote: { type: 'boolean' },
  state: { type: 'string' },
  ...WRANGLER_OPTIONS,
})
const textOf = textsOf(options)
const corpus = textOf('corpus', '')

try {
  const topic = await readTopic(textOf('topic', ''))
  const cases: Case[] = []
  for await (const one of casesOf(topic)) {
    if (corpus) cases.push(one)
    else process.stdout.write(`${JSON.stringify(one)}\n`)
  }
  if (corpus) tell(topic, cases)
} catch (error) {
  fail(error)
}

async function* casesOf(topic: Topic): AsyncGenerator<Case> {
  const query = options.remote
    ? remoteQuery(wranglerOf(options).wrangler)
    : localQuery(textOf('state', '.demo/newsroom'))
  try {
    for await (const { corrections, articles } of standingCorrections(query)) {
      for (const correction of corrections) yield caseOf(topic.id, correction, articles)
    }
  } finally {
    query.end()
  }
}

function tell(topic: Topic, cases: Case[]): void {
  const { without } = writeCorpus(corpus, topic, cases)
  const left = without > 0 ? `, without ${without} articles whose text is not kept` : ''
  console.log(`${cases.length} cases in ${corpus}${left}`)
}
