/** The benches, by the name that `npm run bench -- NAME` knows them by. */
const BENCHES: Record<string, () => Promise<(args: string[]) => Promise<void>>> = {
  digest: async () => (await import('./digest.ts')).benchDigest,
  http: async () => (await import('./http.ts')).benchHttp,
  extract: async () => (await import('./extract.ts')).benchExtract,
  read: async () => (await import('./read.ts')).benchRead,
  fetch: async () => (await import('./fetch.ts')).benchFetch,
  stories: async () => (await import('./stories.ts')).benchStories,
  limits: async () => (await import('./limits.ts')).benchLimits,
  load: async () => (await import('./load.ts')).benchLoad,
  scale: async () => (await import('./scale.ts')).benchScale,
}

const [name = '', ...args] = process.argv.slice(2)
const load = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined
if (load) await (await load())(args)
else if (name === '') await (await import('./all.ts')).benchAll()
else {
  const isHelp = name === '--help' || name === '-h'
  const usage = `Usage: npm run bench [-- NAME [options]]\nWithout a name all of them, in short, into docs/benchmarks.md. Benches: ${Object.keys(BENCHES).join(', ')}\n`
  const stream = isHelp ? process.stdout : process.stderr
  stream.write(isHelp ? usage : `No bench is called ${name}.\n\n${usage}`)
  process.exitCode = isHelp ? 0 : 2
}
