import { expect, test } from 'vitest'
import { http } from '../../src/routes/http.ts'
import { readNews } from '../db/public/newsroom.ts'

type Statements = { statements: { saidOn: string | null; storyId: string }[] }

test('what was said in a year that is all we know is told so, in data and on the page', async () => {
  const { app } = await readNews([
    {
      outlet: 'lantern.example',
      slug: 'recap',
      title: 'Glass Harbor 2: what is known',
      text: [
        'Ines Quarrie said in 2020 that she wants to make Glass Harbor 2.',
        '“I would love to make Glass Harbor 2,” Quarrie said in 2020.',
      ],
      published: '2026-01-05T08:00:00Z',
    },
  ])
  const site = http(app)
  const { statements } = await (await site.request('/api/v1/statements')).json<Statements>()
  expect(statements.map(({ saidOn }) => saidOn)).toContain('2020')
  const page = await (await site.request(`/stories/${statements[0]?.storyId}`)).text()
  expect(page).toContain('<time datetime="2020">2020</time>')
  expect(page).not.toContain('1 January 2020')
})
