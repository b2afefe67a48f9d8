import type { Config } from '../app.ts'
import { type Stage, stageWords } from '../stage.ts'
import { Data, type Thing } from './page.data.tsx'
import { siteName } from './page.name.ts'

const STYLES = ['site', 'text', 'answer', 'lists', 'forms'] as const

const FEEDS = [
  ['/feed.xml', 'application/rss+xml', 'Stories, RSS'],
  ['/atom.xml', 'application/atom+xml', 'Stories, Atom'],
  ['/feed.json', 'application/feed+json', 'Stories, JSON Feed'],
  ['/status.atom', 'application/atom+xml', 'Changes of the status, Atom'],
] as const

export type HeadProps = {
  config: Config
  title: string
  description?: string | undefined
  /** Where the page is for good, from the root; left out, it has no address to be kept under. */
  path?: string | undefined
  /** The stage whose picture stands for the page; left out, that of the site. */
  stage?: Stage | null | undefined
  /** The same for programs, in the words of schema.org. */
  data?: Thing[] | undefined
}

/** What browsers, searches and networks are told of a page. */
export function Head(props: HeadProps) {
  const { config, title, description, path, data } = props
  const full = titleOf(config, title)
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{full}</title>
      {description && <meta name="description" content={description} />}
      {path && <link rel="canonical" href={`${config.siteUrl}${path}`} />}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/icon-180.png" />
      <link rel="manifest" href="/site.webmanifest" />
      {STYLES.map((name) => (
        <link rel="stylesheet" href={`/${name}.css`} />
      ))}
      <link rel="stylesheet" href="/print.css" media="print" />
      {FEEDS.map(([href, type, name]) => (
        <link rel="alternate" type={type} title={name} href={href} />
      ))}
      <Preview {...props} title={full} />
      {data && <Data things={data} />}
    </head>
  )
}

/** A title that names the site, once. */
function titleOf(config: Config, title: string): string {
  return title.startsWith(config.topic.title) ? title : `${title} · ${siteName(config)}`
}

/** What a network shows of a link (ogp.me). */
function Preview({ config, title, description, path, stage }: HeadProps) {
  const { siteUrl } = config
  const isStage = stage !== undefined
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={siteName(config)} />
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      {path && <meta property="og:url" content={`${siteUrl}${path}`} />}
      <meta
        property="og:image"
        content={`${siteUrl}/og/${isStage ? (stage ?? 'unknown') : 'site'}.png`}
      />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta
        property="og:image:alt"
        content={isStage ? stageWords(stage) : 'A ladder of stages, from rumour to release'}
      />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}
