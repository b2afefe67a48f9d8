import type { NewsArticle } from '../corpus.ts'
import type { Design } from '../publisher.ts'
import type { Site } from '../site.ts'
import { component } from './component.ts'
import { microdata } from './microdata.ts'
import { type Html, type Page, pageOf } from './page.ts'
import { semantic } from './semantic.ts'
import { soup } from './soup.ts'
import { table } from './table.ts'
import { wordpress } from './wordpress.ts'

const DESIGN: Record<Design, (page: Page) => Html> = {
  component,
  microdata,
  semantic,
  soup,
  table,
  wordpress,
}

/** An article in its publisher's design: HTML, the same bytes for the same article. */
export async function writeArticlePage(site: Site, origin: string, article: NewsArticle) {
  return String(await DESIGN[site.publisher.design](pageOf(site, origin, article)))
}
