import type { Config } from '../app.ts'

/** Who we are, which version, and where a publisher reads how to slow or stop us. */
export function userAgent({ agent, version, siteUrl }: Config): string {
  return `${agent}/${version} (+${siteUrl}/bot)`
}
