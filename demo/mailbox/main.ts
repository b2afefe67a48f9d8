import { parseArgs } from 'node:util'
import { startMailbox } from './server.ts'

const HELP = `A mailbox that stands in for Resend on this machine.

  node demo/mailbox/main.ts [--port N] [--store FILE] [--webhook URL --webhook-secret whsec_…]

  --port N            where to listen on 127.0.0.1; 8789 if left out, 0 for a free one
  --store FILE        keeps the mails between runs; without it they are gone at the end
  --webhook URL       a loopback address that is told what became of each mail
  --webhook-secret S  signs what it is told
  --help              shows this
`

type Options = ReturnType<typeof readOptions>

function readOptions() {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', default: false },
      port: { type: 'string', default: '8789' },
      store: { type: 'string' },
      webhook: { type: 'string' },
      'webhook-secret': { type: 'string' },
    },
  })
  const { webhook: url, 'webhook-secret': secret } = values
  const port = Number(values.port)
  if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error('--port must be 0 to 65535')
  if ((url === undefined) !== (secret === undefined)) {
    throw new Error('--webhook and --webhook-secret belong together')
  }
  return {
    help: values.help,
    port,
    ...(values.store !== undefined && { store: values.store }),
    ...(url !== undefined && secret !== undefined && { webhook: { url, secret } }),
  }
}

async function run({ help, ...options }: Options): Promise<void> {
  if (help) return console.log(HELP)
  const mailbox = await startMailbox(options)
  console.log(`Mailbox: ${mailbox.url}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void mailbox.close())
  }
}

function orExit<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${HELP}`)
    process.exit(2)
  }
}

await run(orExit(readOptions)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
