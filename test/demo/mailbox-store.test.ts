import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startMailbox } from '../../demo/mailbox/server.ts'
import { MAIL, openMailbox } from './mailbox-help.ts'

test('mails and keys survive a restart', async () => {
  const store = join(await makeFolder(), 'mails.json')
  const before = await openMailbox({ store })
  const first = await before.resend.emails.send(MAIL, { idempotencyKey: 'k' })
  await before.mailbox.close()
  const after = await openMailbox({ store })
  const again = await after.resend.emails.send(MAIL, { idempotencyKey: 'k' })
  expect(after.mailbox.mails()).toEqual(before.mailbox.mails())
  expect(again.data).toEqual(first.data)
})

test('a mail is in the store before its sender hears of it', async () => {
  const store = join(await makeFolder(), 'deep', 'mails.json')
  const { resend } = await openMailbox({ store })
  const { data } = await resend.emails.send(MAIL)
  expect(JSON.parse(await readFile(store, 'utf8')).mails).toMatchObject([{ id: data?.id }])
})

test('clearing clears the store too', async () => {
  const store = join(await makeFolder(), 'mails.json')
  const { mailbox, resend } = await openMailbox({ store })
  await resend.emails.send(MAIL, { idempotencyKey: 'k' })
  mailbox.clear()
  expect(JSON.parse(await readFile(store, 'utf8'))).toEqual({ version: 1, mails: [], keys: {} })
})

test.for(['{"version":1,"mails":[{', '{"version":1,"mails":[{"id":"x"}],"keys":{}}'])(
  'a broken store is told and set aside, not lost: %s',
  async (broken) => {
    const folder = await makeFolder()
    const store = join(folder, 'mails.json')
    await writeFile(store, broken)
    const lines: string[] = []
    const { mailbox, resend } = await openMailbox({ store, report: (line) => lines.push(line) })
    await resend.emails.send(MAIL)
    const [aside] = (await readdir(folder)).filter((name) => name !== 'mails.json')
    expect(await readFile(join(folder, aside ?? ''), 'utf8')).toBe(broken)
    expect(lines).toEqual([expect.stringContaining(`${aside}`)])
    expect(mailbox.mails()).toHaveLength(1)
  },
)

test('a busy port is named', async () => {
  const { mailbox } = await openMailbox()
  const port = Number(new URL(mailbox.url).port)
  await expect(startMailbox({ port })).rejects.toThrow(`Port ${port} is busy`)
})

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mailbox-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}
