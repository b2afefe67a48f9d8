import { type Document, holdToDescription, isOfApi } from './described.ts'

/** Whatever a test asks a running Worker's API is held against that Worker's description. */
const { fetch } = globalThis
globalThis.fetch = async (input, init) => {
  const answer = await fetch(input, init)
  const { method, url } = new Request(input, { ...init, body: null })
  const asked = new URL(url)
  if (!isOfApi(asked)) return answer
  const document = await described(asked.origin)
  await holdToDescription(document, { method, url: asked }, answer.clone())
  return answer
}

const documents = new Map<string, Document>()

async function described(origin: string): Promise<Document> {
  const document: Document =
    documents.get(origin) ?? (await (await fetch(`${origin}/api/v1/openapi.json`)).json())
  documents.set(origin, document)
  return document
}
