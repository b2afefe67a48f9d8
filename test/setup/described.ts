import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020'
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

type Answer = { content?: Record<string, { schema: Schema }> }

/** The API's own description, as far as answers are held against it. */
export type Document = {
  paths: Record<string, { get: { responses: Record<string, Answer> } }>
  components: { schemas: Record<string, Schema> }
}

const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }), ['date-time', 'uri'])
const known = new Map<string, ValidateFunction>()

/** Whether an address is one of the API whose answers are described. */
export function isOfApi({ pathname }: URL): boolean {
  return pathname.startsWith('/api/v1/') && pathname !== '/api/v1/openapi.json'
}

/**
 * Holds an answer of the API against its description: status, type of content, and each member, none
 * of which may be one that it does not tell of. What is no question that is described, by its path or
 * its method, is answered with a problem. Fails the test that asked.
 */
export async function holdToDescription(
  document: Document,
  { method, url }: { method: string; url: URL },
  answer: Response,
): Promise<void> {
  const [path, told] = method === 'GET' ? describedAt(document, url.pathname) : []
  if (!path || !told) return await holdToProblem(document, `${method} ${url.pathname}`, answer)
  const what = `${url.pathname} answers ${answer.status}`
  const described = told[answer.status]
  expect(described, what).toBeDefined()
  const [type, body] = Object.entries(described?.content ?? {})[0] ?? []
  if (!type || !body) return expect(await answer.text(), `${what}, and no body`).toBe('')
  expect(answer.headers.get('content-type'), what).toContain(type)
  const isPartial = url.searchParams.has('fields') && answer.ok
  const validate = validatorOf(`${path} ${answer.status} ${isPartial}`, () => {
    const schema = closed(document, body.schema)
    return isPartial ? partial(schema) : schema
  })
  validate(await answer.json())
  expect(validate.errors ?? [], `${url}: ${JSON.stringify(validate.errors)}`).toEqual([])
}

/** A refusal, or an answer without a body, as to who asks what may be asked. */
async function holdToProblem(document: Document, what: string, answer: Response): Promise<void> {
  const text = await answer.text()
  if (text === '') return expect(answer.status, what).toBeLessThan(400)
  expect(answer.status, what).toBeGreaterThanOrEqual(400)
  expect(answer.headers.get('content-type'), what).toContain('application/problem+json')
  const problem = document.components.schemas.Problem ?? {}
  const validate = validatorOf('problem', () => closed(document, problem))
  validate(JSON.parse(text))
  expect(validate.errors ?? [], what).toEqual([])
}

function validatorOf(name: string, schema: () => Schema): ValidateFunction {
  const validate = known.get(name) ?? ajv.compile(schema())
  known.set(name, validate)
  return validate
}

function describedAt({ paths }: Document, pathname: string) {
  const fits = (template: string) =>
    new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname)
  const path = Object.keys(paths).find((one) => one === pathname) ?? Object.keys(paths).find(fits)
  return [path, path && paths[path]?.get.responses] as const
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
