import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Newsroom } from '../../demo/newsroom/server.ts'

/** Lets tests, which run elsewhere, slow the publishers down: `POST /delay?ms=3000`. */
export async function controlNewsroom(newsroom: Newsroom) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://control')
    if (pathname === '/delay') newsroom.setDelay(Number(searchParams.get('ms')))
    response.end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}
