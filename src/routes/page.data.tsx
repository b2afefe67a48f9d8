import { raw } from 'hono/html'

/** Something of schema.org, as JSON-LD has it. */
export type Thing = { '@type': string; [property: string]: unknown }

/** Facts for programs. It is data: no browser runs it, so the policy against scripts lets it be. */
export function Data({ things }: { things: Thing[] }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', '@graph': things })
  return <script type="application/ld+json">{raw(json.replaceAll('<', '\\u003c'))}</script>
}
