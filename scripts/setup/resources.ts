import { z } from 'zod'
import { type ConfigFile, NO_ID, queuesOf } from './config-file.ts'
import { run, type Wrangler } from './wrangler.ts'

const databasesSchema = z.array(z.object({ uuid: z.string(), name: z.string() }))

/** The database's id: of the one that is there by that name, else of a new one. */
export async function findOrMakeDatabase(
  wrangler: Wrangler,
  { d1_databases: [{ database_name: name, database_id: known }] }: ConfigFile,
): Promise<{ id: string; isNew: boolean }> {
  const before = await databases(wrangler)
  if (known !== NO_ID) {
    if (before.some(({ uuid }) => uuid === known)) return { id: known, isNew: false }
    throw new Error(
      `The account has no database ${known}, which wrangler.toml names. Log in to the account that
has it (npx wrangler login), or put ${NO_ID} in its place to begin anew.`,
    )
  }
  const there = before.find((database) => database.name === name)
  if (there) return { id: there.uuid, isNew: false }
  await run(wrangler, ['d1', 'create', name], {
    cure: 'Choose another database_name in wrangler.toml, if this one is taken.',
  })
  const made = (await databases(wrangler)).find((database) => database.name === name)
  if (!made) throw new Error(`wrangler made a database ${name}, but does not list it. Try again.`)
  return { id: made.uuid, isNew: true }
}

/** Makes each queue that is not there; gives their names. */
export async function makeQueues(wrangler: Wrangler, config: ConfigFile): Promise<string[]> {
  const made = []
  for (const name of queuesOf(config)) {
    if ((await wrangler(['queues', 'info', name])).code === 0) continue
    await run(wrangler, ['queues', 'create', name], {
      cure: `Choose another name than ${name} in wrangler.toml, if it is taken.`,
    })
    made.push(name)
  }
  return made
}

async function databases(wrangler: Wrangler) {
  const listed = await run(wrangler, ['d1', 'list', '--json'], {
    cure: 'Nothing was made. Look whether the account may use D1, and run this again.',
  })
  return databasesSchema.parse(JSON.parse(listed))
}
