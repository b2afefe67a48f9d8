import type { App } from '../../app.ts'
import { audit, auditIfDone } from '../../db/admin/audit.ts'
import { setApproval } from '../../db/admin/digest.ts'
import { findMailAccount, pausing } from '../../db/mail-account.ts'
import { approve, remake } from '../../digest/approve.ts'
import { unpauseSending } from '../../digest/digest.ts'
import { tryOut, type WantedTest } from '../../digest/try-out.ts'
import { queryOf } from './digest.preview.tsx'
import { type Trouble, trouble } from './trouble.ts'
import type { Asked, Done } from './twin.tsx'

const TO = '/digest'

export type WantedApproval = { wanted: 'yes' | 'no' }

/** Sends a mail to the address that was typed. */
export async function sendTest(app: App, asked: Asked<WantedTest>): Promise<Done | Trouble> {
  const { wanted, who } = asked
  const tried = await tryOut(app, wanted, who)
  switch (tried.kind) {
    case 'no address':
      return trouble(422, 'No address', 'This is no mail address.')
    case 'no week':
      return trouble(422, 'No week', 'There is no such week.')
    case 'suppressed':
      return trouble(409, 'Suppressed', 'This address must not be mailed: see Subscribers.')
    case 'not taken':
      return trouble(502, 'Not taken', `The mail provider did not take it: ${tried.reason}`)
    case 'sent': {
      const to = `${TO}/preview?${queryOf(wanted)}`
      return { said: 'The test is on its way.', to, data: { issue: tried.issue } }
    }
  }
}

/** Lets issues that are made from now on wait for an editor, or go out at once. */
export async function askApproval(app: App, asked: Asked<WantedApproval>): Promise<Done> {
  const { wanted, who } = asked
  const { approvalSince } = await findMailAccount(app.db)
  const at = app.now().toISOString()
  const since = wanted.wanted === 'yes' ? (approvalSince ?? at) : null
  const said = since ? 'Issues wait for approval.' : 'Issues that are made now go out at once.'
  if (since !== approvalSince) {
    await app.db.batch([
      setApproval(app.db, since),
      audit(app.db, {
        ...{ at, who, act: 'set approval', subject: '' },
        before: { approvalSince },
        after: { approvalSince: since },
      }),
    ])
  }
  return { said, to: TO, data: { approvalSince: since } }
}

/** Stops the sending of issues until somebody lets it go on. */
export async function pause(app: App, who: string): Promise<Done> {
  const at = app.now().toISOString()
  const reason = `paused by ${who}`
  const [paused] = await app.db.batch([
    pausing(app.db, at, reason),
    auditIfDone(app.db, {
      ...{ at, who, act: 'pause sending', subject: '' },
      ...{ before: { pausedAt: null }, after: { pausedAt: at } },
    }),
  ])
  if (!paused?.meta.changes) return { said: 'It is paused already.', to: TO }
  app.log('sending.paused', { why: reason })
  return { said: 'Paused. A call that is under way just now still ends.', to: TO }
}

/** Lets the sending of issues go on. */
export async function goOn(app: App, who: string): Promise<Done> {
  const { pausedAt, pausedReason } = await findMailAccount(app.db)
  const at = app.now().toISOString()
  const wasPaused = await unpauseSending(
    app,
    auditIfDone(app.db, {
      ...{ at, who, act: 'let sending go on', subject: '' },
      ...{ before: { pausedAt, pausedReason }, after: { pausedAt: null } },
    }),
  )
  return { said: wasPaused ? 'It goes on.' : 'It is not paused.', to: TO }
}

/** Lets an issue go that waits for an editor, or makes it anew. */
export async function decide(
  app: App,
  decision: 'approve' | 'remake',
  { wanted: { id }, who }: Asked<{ id: string }>,
): Promise<Done | Trouble> {
  const decided = await (decision === 'approve' ? approve : remake)(app, { id, who })
  switch (decided) {
    case 'unknown':
      return trouble(404, 'Unknown issue', 'There is no issue of this id.')
    case 'not held':
      return trouble(409, 'Not waiting', 'This issue does not wait for approval.')
    case 'told since':
      return trouble(409, 'Too late', 'It is too old, or a later issue tells what it would have.')
    case 'done':
      return decision === 'approve'
        ? { said: 'Approved. It goes out.', to: `${TO}/issues/${encodeURIComponent(id)}` }
        : { said: 'Made anew. It still waits for approval.', to: TO }
  }
}
