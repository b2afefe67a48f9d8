import { z } from 'zod'

const webAddress = z.url({ protocol: /^https?$/ })

/** A configured place to look; the form of an entry of config/sources.ts. */
const sourceSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens'),
  kind: z.literal('feed').default('feed'),
  outlet: z.string().trim().min(1),
  url: webAddress,
  /** Where the outlet's readers find it; a link to it thanks the publisher. */
  home: webAddress,
  /** Why the address is doubtful, where nobody has seen it answer; null once somebody has. */
  unverified: z.string().min(1).nullable().default(null),
})

export type Source = z.infer<typeof sourceSchema>

/** All sources; an error names the source and the field. No two may share an id or an address. */
export const sourcesSchema = z
  .array(sourceSchema)
  .min(1)
  .superRefine((sources, context) => {
    for (const field of ['id', 'url'] as const) {
      const seen = new Set<string>()
      sources.forEach((source, index) => {
        if (seen.has(source[field])) {
          context.addIssue({
            code: 'custom',
            path: [index, field],
            message: `${source[field]} is there twice`,
          })
        }
        seen.add(source[field])
      })
    }
  })

/** The sources of an unknown value; throws an Error whose message names each bad entry and field. */
export function parseSources(value: unknown): Source[] {
  const parsed = sourcesSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const complaints = parsed.error.issues.map(({ path, message }) => {
    const [index, ...fields] = path
    const entry = Array.isArray(value) && typeof index === 'number' ? value[index] : undefined
    const name =
      entry && typeof entry === 'object' && 'id' in entry ? String(entry.id) : `#${String(index)}`
    return `source ${name}: ${fields.join('.') || 'entry'}: ${message}`
  })
  throw new Error(complaints.join('; '))
}
