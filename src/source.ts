import { z } from 'zod'

/** A configured place to look; the form of config/sources.ts. */
export const sourceSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/, 'a source id is lower-case letters, digits and hyphens'),
  kind: z.literal('feed'),
  outlet: z.string().trim().min(1),
  url: z.url({ protocol: /^https?$/ }),
  /** Where the outlet's readers find it; links to it thank the publisher. */
  home: z.url({ protocol: /^https?$/ }),
  /** Whether the feed holds only articles about the topic, so that each item is fetched. */
  onTopic: z.boolean().default(false),
  /** Why the address is doubtful, where nobody has seen it answer. */
  unverified: z.string().nullable().default(null),
})

export type Source = z.infer<typeof sourceSchema>
