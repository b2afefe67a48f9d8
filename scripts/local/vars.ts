import { unstable_readConfig } from 'wrangler'
import type { Vars } from '../../src/config.ts'

/** What wrangler.toml calls secret: nothing is sent, sealed or signed for anybody here. */
export const NO_SECRETS = {
  ADMIN_TOKEN: '',
  RESEND_API_KEY: '',
  RESEND_WEBHOOK_SECRET: '',
  SECRET_KEY: 'nothing-is-sealed-with-this-local-key',
}

/** The variables of wrangler.toml, without its secrets. */
export function localVars(): Vars {
  const { vars } = unstable_readConfig({ config: 'wrangler.toml' }, { hideWarnings: true })
  return { ...(vars as Vars), ...NO_SECRETS } // src/config.ts checks each
}
