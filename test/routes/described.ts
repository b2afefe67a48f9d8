import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'

type Schema = {
  $ref?: string
  allOf?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  items?: Schema
  required?: string[]
  additionalProperties?: boolean
}

type Document = {
  paths: Record<string, { get: { responses: Record<string, Answer> } }>
  components: { schemas: Record<string, Schema> }
}
type Answer = { content?: Record<string, { schema: Schema }> }

type Site = { request: (path: string, init?: RequestInit) => Response | Promise<Response> }

const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }), ['date-time', 'uri'])

/**
 * Asks a site's API, and holds every answer against its own description: status, type of content,
 * and each member, none of which may be one that it does not tell of.
 */
export function described(site: Site) {
  let document: Document | undefined
  return async (path: string, init: RequestInit = {}) => {
    document ??= await (await site.request('/api/v1/openapi.json')).json<Document>()
    const answer = await site.request(path, init)
    await check(document, new URL(path, 'https://status.example'), answer.clone())
    return answer
  }
}

async function check(document: Document, url: URL, answer: Response): Promise<void> {
  const told = answersAt(document, url.pathname)[answer.status]
  expect(told, `${url.pathname} answers ${answer.status}`).toBeDefined()
  const [type, body] = Object.entries(told?.content ?? {})[0] ?? []
  if (!type || !body) return expect(await answer.text(), 'no body is described').toBe('')
  expect(answer.headers.get('content-type')).toContain(type)
  const schema = closed(document, body.schema)
  const isPartial = url.searchParams.has('fields') && answer.ok
  const validate = ajv.compile(isPartial ? partial(schema) : schema)
  validate(await answer.json())
  expect(validate.errors ?? [], `${url}`).toEqual([])
}

function answersAt({ paths }: Document, pathname: string): Record<string, Answer> {
  const fits = (template: string) =>
    new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname)
  const path = Object.keys(paths).find((one) => one === pathname) ?? Object.keys(paths).find(fits)
  return (path && paths[path]?.get.responses) || {}
}

/** The schema with all that it refers to in it, and no object open to what is not described. */
function closed(document: Document, schema: Schema): Schema {
  const deeper = (part: Schema) => closed(document, part)
  if (schema.$ref) {
    return deeper(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  }
  const { allOf, anyOf, oneOf, properties, items, ...rest } = schema
  if (allOf)
    return deeper(merged([...allOf.map(deeper), { ...rest, properties: properties ?? {} }]))
  return {
    ...rest,
    ...(anyOf && { anyOf: anyOf.map(deeper) }),
    ...(oneOf && { oneOf: oneOf.map(deeper) }),
    ...(items && { items: deeper(items) }),
    ...(properties &&
      Object.keys(properties).length > 0 && {
        properties: Object.fromEntries(
          Object.entries(properties).map(([name, part]) => [name, deeper(part)]),
        ),
        additionalProperties: false,
      }),
  }
}

function merged(parts: Schema[]): Schema {
  const required = parts.flatMap((part) => part.required ?? [])
  const properties = Object.assign({}, ...parts.map((part) => part.properties ?? {}))
  return Object.assign({}, ...parts, { properties }, required.length > 0 && { required })
}

/** With `fields` an entry, or each entry of a list, has some of its members only. */
function partial(schema: Schema): Schema {
  const { properties = {} } = schema
  const [name, list] = Object.entries(properties)[0] ?? []
  if (!name || !list?.items || !('next' in properties)) return { ...schema, required: [] }
  const items = { ...list.items, required: [] }
  return { ...schema, properties: { ...properties, [name]: { ...list, items } } }
}
