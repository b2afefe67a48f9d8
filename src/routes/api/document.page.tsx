import type { Config } from '../../app.ts'
import { Page } from '../page.tsx'
import { SchemaPart } from './document.schema.tsx'
import type { ApiDocument } from './document.ts'
import { withCode } from './document.words.tsx'

type Operation = NonNullable<NonNullable<ApiDocument['paths']>[string]['get']>

/** The API as a page, drawn from its own description: nothing is loaded from elsewhere. */
export function DocumentPage({ config, document }: { config: Config; document: ApiDocument }) {
  const paths = Object.entries(document.paths ?? {})
  const operations = paths.flatMap(([path, { get }]) => (get ? [{ path, get }] : []))
  const schemas = Object.entries(document.components?.schemas ?? {})
  return (
    <Page
      config={config}
      title={`The API of ${document.info.title}`}
      description="Every question that programs may ask, free and without a key."
    >
      <h1>The API</h1>
      <Intro config={config} text={document.info.description ?? ''} />
      {(document.tags ?? []).map(({ name, description }) => (
        <section>
          <h2>{name}</h2>
          <p>{withCode(description)}</p>
          {operations
            .filter(({ get }) => get.tags?.includes(name))
            .map((one) => (
              <OperationPart path={one.path} operation={one.get} />
            ))}
        </section>
      ))}
      <h2>What answers are made of</h2>
      {schemas.map(([name, schema]) => (
        <SchemaPart name={name} schema={schema} />
      ))}
    </Page>
  )
}

function Intro({ config: { siteUrl }, text }: { config: Config; text: string }) {
  return (
    <>
      {text.split('\n\n').map((paragraph) => (
        <p>{withCode(paragraph)}</p>
      ))}
      <pre>
        <code>curl {siteUrl}/api/v1/status</code>
      </pre>
      <p>
        The same as <a href="/api/v1/openapi.json">OpenAPI 3.1</a>, from which tools make clients.
        Feeds: <a href="/feed.xml">RSS</a>, <a href="/atom.xml">Atom</a> and{' '}
        <a href="/feed.json">JSON Feed</a> of stories, <a href="/status.atom">Atom</a> of changes of
        the status, <a href="/issues.xml">RSS</a> of issues. A badge: <a href="/badge.svg">SVG</a>,{' '}
        <a href="/badge.json">for shields.io</a>.
      </p>
    </>
  )
}

function OperationPart(props: { path: string; operation: Operation }) {
  const { path, operation } = props
  const parameters = (operation.parameters ?? []).flatMap((one) => ('name' in one ? [one] : []))
  return (
    <article id={operation.operationId}>
      <h3>
        <code>GET {path}</code>
      </h3>
      <p>{withCode(operation.summary)}</p>
      {parameters.length > 0 && (
        <dl>
          {parameters.map(({ name, description, required }) => (
            <>
              <dt>
                <code>{name}</code>
                {required && ', needed'}
              </dt>
              <dd>{withCode(description)}</dd>
            </>
          ))}
        </dl>
      )}
      <p class="small">
        Answers: <Answers operation={operation} />
        {!path.includes('{') && (
          <>
            {' '}
            · <a href={path + exampleOf(path)}>try it</a>
          </>
        )}
      </p>
    </article>
  )
}

function exampleOf(path: string): string {
  return path.endsWith('/search') ? '?q=sequel' : ''
}

function Answers({ operation }: { operation: Operation }) {
  return (
    <>
      {Object.entries(operation.responses ?? {}).map(([status, answer], index) => (
        <>
          {index > 0 && ' · '}
          {status} {'description' in answer && answer.description}
        </>
      ))}
    </>
  )
}
