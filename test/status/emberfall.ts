import type { Article } from '../../src/article.ts'
import { type Topic, topicSchema } from '../../src/topic.ts'

/** An invented film and its invented people, for tests of the rules. */
export const emberfall: Topic = topicSchema.parse({
  id: 'emberfall-2',
  title: 'Emberfall 2',
  aliases: ['Emberfall sequel', 'the Emberfall sequel'],
  first_film: { title: 'Emberfall', released: '2017-05-19' },
  people: [
    { name: 'Ines Calloway', aliases: ['Calloway'], role: 'director' },
    { name: 'Tobias Renn', aliases: ['Renn'], role: 'producer' },
    { name: 'Mara Oduya', aliases: ['Oduya'], role: 'writer' },
    { name: 'Cleo Vance', aliases: ['Vance'], role: 'actor' },
    { name: 'Dana Whitlock', aliases: ['Whitlock'], role: 'studio' },
  ],
  studios: ['Northlight Pictures', 'Northlight'],
  outlets: [
    { name: 'Reel Post', domain: 'reelpost.example' },
    { name: 'Film Daily', domain: 'filmdaily.example' },
  ],
})

/** An article about it; paragraphs are parted by a blank line. */
export function article(title: string, text: string, more: Partial<Article> = {}): Article {
  return {
    id: 'x1',
    outlet: 'Film Daily',
    url: 'https://filmdaily.example/x1',
    title,
    published: '2022-06-10T12:00:00.000Z',
    lang: 'en',
    paragraphs: text.split(/\n\n/),
    ...more,
  }
}
