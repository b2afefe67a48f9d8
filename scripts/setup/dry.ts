import type { Wrangler } from './wrangler.ts'

const MADE_UP_ID = 'the-id-of-the-new-database'
const MADE_UP_URL = 'https://alita2-status.YOUR-SUBDOMAIN.workers.dev'

/** A wrangler that does nothing but print each command, and answers as an empty account would. */
export function dryWrangler(print: (line: string) => void): Wrangler {
  const databases: { name: string | undefined; uuid: string }[] = []
  return (args, input) => {
    const words = args.map((word) => (/^[\w./:@=-]+$/.test(word) ? word : `'${word}'`))
    const names = input ? Object.keys(JSON.parse(input)) : []
    const given = names.length > 0 ? `   # by its input: ${names.join(', ')}` : ''
    print(`npx wrangler ${words.join(' ')}${given}`)
    const [group, act, name] = args
    if (group === 'd1' && act === 'create') databases.push({ name, uuid: MADE_UP_ID })
    if (group === 'queues' && act === 'info') return answer(1)
    if (group === 'secret' && act === 'list') return answer(1, 'Worker "alita2-status" not found.')
    if (group === 'd1' && act === 'list') return answer(0, JSON.stringify(databases))
    if (group === 'deploy') return answer(0, MADE_UP_URL)
    return answer(0, '{}')
  }
}

function answer(code: number, stdout = '') {
  return Promise.resolve({ code, stdout, stderr: '' })
}
