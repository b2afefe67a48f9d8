import type { ApiDocument } from './document.ts'
import { withCode } from './document.words.tsx'

type Schema = NonNullable<NonNullable<ApiDocument['components']>['schemas']>[string]

/** One named schema, as a table of its members. */
export function SchemaPart({ name, schema }: { name: string; schema: Schema }) {
  const members = Object.entries(membersOf(schema))
  return (
    <details id={`schema-${name}`}>
      <summary>
        <code>{name}</code>
      </summary>
      <p>
        {withCode(describe(schema))}
        {members.length === 0 && <Kind schema={schema} />}
      </p>
      {members.length > 0 && (
        <dl>
          {members.map(([member, part]) => (
            <>
              <dt>
                <code>{member}</code> <Kind schema={part} />
              </dt>
              <dd>{withCode(describe(part))}</dd>
            </>
          ))}
        </dl>
      )}
    </details>
  )
}

function membersOf(schema: Schema): Record<string, Schema> {
  if ('$ref' in schema) return {}
  const own = schema.properties ?? {}
  return Object.assign({}, ...(schema.allOf ?? []).map(membersOf), own)
}

function describe(schema: Schema): string {
  return 'description' in schema ? (schema.description ?? '') : ''
}

/** What a member holds, with a link where it is told of elsewhere. */
function Kind({ schema }: { schema: Schema }) {
  if ('$ref' in schema && schema.$ref) return <Link name={schema.$ref.split('/').at(-1) ?? ''} />
  const parts = ('anyOf' in schema && schema.anyOf) || ('allOf' in schema && schema.allOf) || []
  if (parts.length > 0) {
    return (
      <>
        {parts.map((part, index) => (
          <>
            {index > 0 && ' or '}
            <Kind schema={part} />
          </>
        ))}
      </>
    )
  }
  if ('items' in schema && schema.items) {
    return (
      <>
        list of <Kind schema={schema.items} />
      </>
    )
  }
  return <>{typeOf(schema)}</>
}

function typeOf(schema: Schema): string {
  if ('enum' in schema && schema.enum) return schema.enum.join(' | ')
  const type = 'type' in schema ? schema.type : undefined
  return Array.isArray(type) ? type.join(' or ') : (type ?? '')
}

function Link({ name }: { name: string }) {
  return <a href={`#schema-${name}`}>{name}</a>
}
