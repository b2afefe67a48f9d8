import { expect, onTestFinished } from 'vitest'
import type { ArticleInput, Newsroom, NewsroomOptions } from '../../demo/newsroom/server.ts'
import { startNewsroom } from '../../demo/newsroom/server.ts'

/** A newsroom that closes when the test ends. */
export async function open(options: NewsroomOptions = {}): Promise<Newsroom> {
  const newsroom = await startNewsroom(options)
  onTestFinished(() => newsroom.close())
  return newsroom
}

/** What the publisher at a host answers, asked as the Worker asks. */
export function get(
  newsroom: Newsroom,
  host: string,
  path: string,
  headers: Record<string, string> = {},
) {
  return fetch(newsroom.url + path, { headers: { ...headers, 'x-forwarded-host': host } })
}

/** The body of an answer that must be 200. */
export async function textOf(newsroom: Newsroom, host: string, path: string): Promise<string> {
  const response = await get(newsroom, host, path)
  expect(response.status).toBe(200)
  return response.text()
}

/** An article that differs from a plain one in what is given. */
export function article(given: Partial<ArticleInput>): ArticleInput {
  return {
    id: 'new',
    outlet: 'Fresh',
    url: 'https://fresh.example/new',
    title: 'A title',
    published: '2031-01-01T00:00:00Z',
    text: 'A text.',
    ...given,
  }
}

/** The port that links of this newsroom bear. */
export function portOf({ url }: Newsroom): string {
  return new URL(url).port
}

/** Its first publisher. */
export function first(newsroom: Newsroom) {
  const publisher = newsroom.publishers[0]
  if (publisher === undefined) throw new Error('there is no publisher')
  return publisher
}

/** Its first publisher with a feed of this kind. */
export function ofKind({ publishers }: Newsroom, kind: string) {
  const publisher = publishers.find(({ feedKind }) => feedKind === kind)
  if (publisher === undefined) throw new Error(`there is no publisher with a feed of kind ${kind}`)
  return publisher
}
