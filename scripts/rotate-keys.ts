import { z } from 'zod'
import { ADMIN_HELP, type Admin, adminOf, SITE } from './admin.ts'
import { fail } from './failure.ts'
import { readOptions, textsOf } from './options.ts'

const USAGE = `npm run rotate-keys -- [--site URL]

Puts every address under the first secret of SECRET_KEY. Before: set SECRET_KEY to the new secret
and the old one behind it, parted by a space, and deploy. May be stopped and started again at any
time. At the end it tells which secrets are still needed.
${ADMIN_HELP}
  --help       this text

Exit codes: 0 done; 1 failed, or an address that no secret opens; 2 wrong options.`

const stepSchema = z.object({
  rotated: z.number(),
  unreadable: z.array(z.string()),
  next: z.string().nullable(),
})

const reportSchema = z.object({
  keys: z.array(
    z.object({
      keyId: z.string(),
      state: z.enum(['current', 'former', 'missing']),
      subscribers: z.number(),
      requests: z.number(),
      suppressions: z.number(),
    }),
  ),
})

const options = readOptions(process.argv.slice(2), USAGE, { site: { type: 'string' } })

try {
  await rotate(adminOf(textsOf(options)('site', SITE)))
} catch (error) {
  fail(error)
}

async function rotate(admin: Admin): Promise<void> {
  let rotated = 0
  for (let after: string | null = ''; after !== null; ) {
    const step: z.infer<typeof stepSchema> = await admin.post(
      '/api/admin/keys/rotate',
      { after },
      stepSchema,
    )
    rotated += step.rotated
    for (const id of step.unreadable) {
      console.error(`No secret of SECRET_KEY opens the address of subscriber ${id}.`)
      process.exitCode = 1
    }
    if (step.next !== null) console.log(`${rotated} addresses …`)
    after = step.next
  }
  console.log(`${rotated} addresses put under the current secret.`)
  const { keys } = await admin.get('/api/admin/keys', reportSchema)
  for (const key of keys) console.log(`  ${key.keyId}  ${wordsOf(key)}`)
}

function wordsOf(key: z.infer<typeof reportSchema>['keys'][number]): string {
  const { state, subscribers, requests, suppressions } = key
  const counts = `${subscribers} subscribers, ${requests} requests, ${suppressions} suppressions`
  if (state === 'missing') return `${counts}: NOT in SECRET_KEY, put its secret back`
  if (state === 'current') return `${counts}: in use`
  if (subscribers + requests > 0) return `${counts}: keep its secret, and run this again`
  return `${counts}: keep its secret, without it these addresses could be mailed again`
}
