#!/usr/bin/env node
// Plays wrangler for an account that is a JSON file. Each call and its input are written down.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'

const { STAND_IN_ACCOUNT: file = '', STAND_IN_CALLS: calls = '' } = process.env
const account = JSON.parse(readFileSync(file, 'utf8'))
const argv = process.argv.slice(2)
const input = await text(process.stdin)
appendFileSync(calls, `${JSON.stringify({ argv, input })}\n`)
const [group, act, name] = argv

const fail = (words) => {
  console.error(`✘ [ERROR] ${words}`)
  process.exit(1)
}
const acts = {
  'whoami --json': () =>
    console.log(JSON.stringify({ loggedIn: true, accounts: account.accounts })),
  'd1 list': () => console.log(JSON.stringify(account.databases)),
  'd1 create': () => {
    if (account.taken.includes(name)) fail(`A database with the name ${name} already exists`)
    account.databases.push({ uuid: `uuid-of-${name}`, name })
  },
  'd1 migrations': () => {
    if (account.badMigration) fail(`Migration ${account.badMigration} failed: near "TABEL"`)
    account.migrated = true
  },
  'queues info': () => account.queues.includes(name) || fail(`Queue "${name}" does not exist.`),
  'queues create': () => {
    if (account.taken.includes(name)) fail(`Queue name '${name}' is already taken`)
    account.queues.push(name)
  },
  'secret list': () => {
    if (account.badList) fail(account.badList)
    account.worker
      ? console.log(JSON.stringify(account.secrets.map((secret) => ({ name: secret }))))
      : fail('Worker "alita2-status" not found.')
  },
  'secret bulk': () => {
    account.worker = true
    account.secrets.push(...Object.keys(JSON.parse(input)))
  },
  'deploy --config': () => {
    if (!account.hasSubdomain)
      fail('register a workers.dev subdomain here: https://dash…/onboarding')
    account.deploys += 1
    console.log('Deployed alita2-status triggers\n  https://alita2-status.sam.workers.dev')
  },
}
if (group === '--version') {
  console.log('4.156.2')
  process.exit(0)
}
if (!account.isLoggedIn) fail('You are not logged in.')
const play = acts[`${group} ${act}`]
if (!play) fail(`Unknown argument: ${argv.join(' ')}`)
play()
writeFileSync(file, JSON.stringify(account))
