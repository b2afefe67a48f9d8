/** The site's public address: as when deployed, it may remember its answers. */
export const SITE = 'https://status.example'

/** What a bench's Worker is told; wrangler.toml has the same names. */
export const VARS = {
  SITE_URL: SITE,
  DIGEST_TIME_ZONE: 'UTC',
  DIGEST_WEEKDAY: '5',
  DIGEST_HOUR: '9',
  MAIL_FROM: 'a@status.example',
  MAIL_REPLY_TO: 'b@status.example',
  POSTAL_ADDRESS: 'Street 1',
  RESEND_BASE_URL: 'https://mail.example',
  RESEND_API_KEY: 're_bench',
  RESEND_WEBHOOK_SECRET: 'whsec_YmVuY2g=',
  ADMIN_TOKEN: 'an-admin-token-of-32-characters-or-more',
  SECRET_KEY: 'a-secret-key-of-32-characters-or-more',
  SOURCES: '',
  TOPIC: '',
  NEWSROOM: '',
}
