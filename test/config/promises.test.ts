import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { sources } from '../../config/sources.ts'
import { topic } from '../../config/topic.ts'

const read = (path: string) => readFileSync(path, 'utf8')
const wrangler = read('wrangler.toml')
const readme = read('README.md')
const { scripts, dependencies, devDependencies } = JSON.parse(read('package.json'))

test('every cron of wrangler.toml has its work in src/index.ts, and none is left over', () => {
  const planned = [...wrangler.matchAll(/^ {2}"([^"]+)", +#/gm)].map(([, cron]) => cron)
  const known = [...read('src/index.ts').matchAll(/^ {2}'([^']+)': (?:async )?\(at\)/gm)]
  expect(planned.length).toBe(3)
  expect(known.map(([, cron]) => cron).sort()).toEqual(planned.sort())
})

test('every queue has a consumer and a dead letter queue that somebody reads', () => {
  const names = (key: string) =>
    [...wrangler.matchAll(new RegExp(`^${key} = "([^"]+)"`, 'gm'))].map(([, name]) => name)
  const queues = new Set(names('queue'))
  expect(names('dead_letter_queue').length).toBe(2)
  for (const letters of names('dead_letter_queue')) expect(queues).toContain(letters)
})

test('every command of the README exists, and it names every command that a user has', () => {
  const named = [...readme.matchAll(/`npm (?:run (?:-s )?)?(start|test|[a-z:-]+)/g)].map(
    ([, name]) => name,
  )
  for (const name of named) if (name !== 'ci') expect(scripts, name).toHaveProperty(String(name))
  const commands = Object.entries<string>(scripts).filter(([, line]) => line.startsWith('node '))
  expect(commands.length).toBeGreaterThan(20)
  for (const [name] of [...commands, ['test']]) expect(named).toContain(name)
})

test('every link of a document leads to something that is there', () => {
  const documents = [...globSync('*.md'), ...globSync('docs/*.md')]
  expect(documents.length).toBeGreaterThan(15)
  for (const document of documents) {
    for (const [, path] of read(document).matchAll(/\]\(((?!https?:)[^)#\s]+)/g)) {
      expect(existsSync(join(dirname(document), String(path))), `${document}: ${path}`).toBe(true)
    }
  }
})

test('every secret is in .dev.vars.example and in the README', () => {
  const secrets = /required = \[([^\]]+)\]/.exec(wrangler)?.[1]?.match(/[A-Z_]+/g) ?? []
  expect(secrets.length).toBe(4)
  for (const secret of secrets) {
    expect(read('.dev.vars.example')).toContain(`\n${secret}=`)
    expect(readme).toContain(secret)
  }
})

test('every variable is explained where it is set', () => {
  const vars = /\[vars\]\n((?:.+\n)+)/.exec(wrangler)?.[1]?.trim().split('\n') ?? []
  expect(vars.length).toBeGreaterThan(8)
  const bare = vars.filter((line) => !line.includes('#')).map((line) => line.split(' ')[0])
  expect(bare).toEqual([])
})

test('versions are exact, and one runtime is in the tree', () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-beta)?$/)
  }
  const { packages } = JSON.parse(read('package-lock.json'))
  for (const name of ['wrangler', 'miniflare', 'workerd']) {
    const copies = Object.keys(packages).filter((path) => path.endsWith(`node_modules/${name}`))
    expect(copies, name).toEqual([`node_modules/${name}`])
  }
  expect(read('package-lock.json')).not.toContain('"resolved"')
})

test('the lock file knows the packages of every platform', () => {
  const { packages } = JSON.parse(read('package-lock.json'))
  const missing = Object.keys(packages).flatMap((path) =>
    Object.keys(packages[path].optionalDependencies ?? {}).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${path}/node_modules/${name}`],
    ),
  )
  expect(missing).toEqual([])
})

test('the film has people who can speak for it, and every source an outlet of the topic', () => {
  expect(topic.people.map(({ role }) => role)).toEqual(
    expect.arrayContaining(['director', 'producer', 'studio']),
  )
  const outlets = topic.outlets.map(({ name }) => name)
  for (const { outlet, kind } of sources) if (kind !== 'news-api') expect(outlets).toContain(outlet)
  expect(sources.length).toBe(25)
})

test('nothing under src names the film or anybody in it', () => {
  const names = [topic.first_film?.title ?? '', ...topic.people.map(({ name }) => name), 'Alita']
  const words = [...new Set(names.flatMap((name) => name.split(/[ :]+/)))].filter(
    (word) => word.length > 4,
  )
  const rule = new RegExp(`\\b(${words.join('|')})\\b`)
  const found = globSync('src/**/*.{ts,tsx}').filter((path) => rule.test(read(path)))
  expect(found).toEqual([])
})
