import { parseArgs } from 'node:util'
import { sourcesOf, startNewsroom } from './server.ts'

const USAGE = `node demo/newsroom/main.ts [--port N] [--corpus DIR]

Plays several publishers on loopback until Ctrl-C.
  --port N      port to listen on (8788)
  --corpus DIR  directory that holds articles.ndjson (demo/newsroom)
  --help        this text`

const options = readOptions()
try {
  const newsroom = await startNewsroom(options)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => newsroom.close())
  const sources = sourcesOf(newsroom)
  console.log(`${newsroom.articleCount} articles of ${sources.length} publishers: ${newsroom.url}/`)
  for (const { outlet, url } of sources) console.log(`  ${outlet.padEnd(24)} ${url}`)
} catch (error) {
  end(1, `newsroom: ${error instanceof Error ? error.message : String(error)}`)
}

function readOptions(): { port: number; corpus?: string } {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string', default: '8788' },
        corpus: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) end(0, USAGE)
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new Error(`--port ${values.port} is not a port (0 to 65535)`)
    }
    return { port, ...(values.corpus !== undefined && { corpus: values.corpus }) }
  } catch (error) {
    return end(2, `newsroom: ${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
  }
}

function end(code: number, words: string): never {
  if (code === 0) console.log(words)
  else console.error(words)
  process.exit(code)
}
