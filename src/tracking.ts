/** Who adds a parameter to an address, and where that is documented. */
type Origin = [name: string, by: string, documented: string]

const GOOGLE_ADS = 'Google Ads Help, “About auto-tagging”'
const HUBSPOT = 'HubSpot Knowledge Base, “Tracking variables in URLs”'
const MATOMO = 'matomo.org/faq/how-to/faq_120'

/**
 * Parameters that only tell a publisher where a reader came from: the page answers the same without
 * them. Only names that their vendor documents and that nobody else uses; `ref`, `source`, `cid` and
 * `share` are missing because sites answer by them. A star stands for any ending.
 */
const TRACKING: readonly Origin[] = [
  ['__hsfp', 'HubSpot', HUBSPOT],
  ['__hssc', 'HubSpot', HUBSPOT],
  ['__hstc', 'HubSpot', HUBSPOT],
  ['__twitter_impression', 'X, in AMP pages', 'X Help, “AMP and link metrics”'],
  ['_ga', 'Google Analytics', 'Analytics Help, “Set up cross-domain measurement”'],
  ['_gl', 'Google Analytics', 'Analytics Help, “Set up cross-domain measurement”'],
  ['_hsenc', 'HubSpot', HUBSPOT],
  ['_hsmi', 'HubSpot', HUBSPOT],
  ['_kx', 'Klaviyo', 'Klaviyo Help, “About the _kx parameter”'],
  ['_openstat', 'Openstat', 'Yandex Direct Help, “Tracking clicks in Openstat”'],
  ['amp_gsa', 'Google’s AMP viewer', 'ampproject/amphtml, spec/amp-cache-guidelines'],
  ['amp_js_v', 'Google’s AMP viewer', 'ampproject/amphtml, spec/amp-cache-guidelines'],
  ['at_campaign', 'Piano Analytics', 'Piano Docs, “Marketing campaigns”'],
  ['at_medium', 'Piano Analytics', 'Piano Docs, “Marketing campaigns”'],
  ['dclid', 'Google Display & Video', 'Campaign Manager 360 Help, “dclid”'],
  ['epik', 'Pinterest', 'Pinterest Developers, “Conversion API, click id”'],
  ['fbclid', 'Facebook', 'Meta for Developers, “ClickID and the fbp and fbc parameters”'],
  ['gad_campaignid', 'Google Ads', GOOGLE_ADS],
  ['gad_source', 'Google Ads', GOOGLE_ADS],
  ['gbraid', 'Google Ads', GOOGLE_ADS],
  ['gclid', 'Google Ads', GOOGLE_ADS],
  ['gclsrc', 'Google Ads', GOOGLE_ADS],
  ['guce_referrer', 'Yahoo’s consent page', 'the address it sends readers back to'],
  ['guce_referrer_sig', 'Yahoo’s consent page', 'the address it sends readers back to'],
  ['guccounter', 'Yahoo’s consent page', 'the address it sends readers back to'],
  ['hsctatracking', 'HubSpot', HUBSPOT],
  ['igsh', 'Instagram', 'the address that its share button copies'],
  ['igshid', 'Instagram', 'the address that its share button copies'],
  ['li_fat_id', 'LinkedIn', 'LinkedIn Marketing, “Enable first-party cookies”'],
  ['mc_cid', 'Mailchimp', 'Mailchimp Help, “About campaign URL tracking”'],
  ['mc_eid', 'Mailchimp', 'Mailchimp Help, “About campaign URL tracking”'],
  ['mkt_tok', 'Marketo', 'Adobe Marketo Docs, “Disable tracking for an email link”'],
  ['ml_subscriber', 'MailerLite', 'MailerLite Help, “URL parameters”'],
  ['ml_subscriber_hash', 'MailerLite', 'MailerLite Help, “URL parameters”'],
  ['msclkid', 'Microsoft Advertising', 'Microsoft Advertising Help, “Auto-tagging of click ID”'],
  ['mtm_*', 'Matomo', MATOMO],
  ['oly_anon_id', 'Omeda Olytics', 'Omeda Knowledge Base, “Olytics”'],
  ['oly_enc_id', 'Omeda Olytics', 'Omeda Knowledge Base, “Olytics”'],
  ['piwik_*', 'Matomo, as Piwik', MATOMO],
  ['pk_*', 'Matomo, as Piwik', MATOMO],
  ['rdt_cid', 'Reddit', 'Reddit Ads Help, “Click ID”'],
  ['sccid', 'Snapchat', 'Snapchat Business Help, “Click ID”'],
  ['srsltid', 'Google Merchant Center', 'Merchant Center Help, “About auto-tagging”'],
  ['ttclid', 'TikTok', 'TikTok Business Help, “About TikTok click ID”'],
  ['twclid', 'X', 'X Business Help, “Click ID”'],
  ['usqp', 'Google’s AMP viewer', 'ampproject/amphtml, spec/amp-cache-guidelines'],
  ['utm_*', 'Google Analytics and many others', 'support.google.com/analytics/answer/10917952'],
  ['vero_conv', 'Vero', 'Vero Help, “Conversion tracking”'],
  ['vero_id', 'Vero', 'Vero Help, “Conversion tracking”'],
  ['wbraid', 'Google Ads', GOOGLE_ADS],
  ['xtor', 'AT Internet, now Piano', 'Piano Docs, “Marketing campaigns (xtor)”'],
  ['yclid', 'Yandex', 'Yandex Direct Help, “yclid”'],
  ['ysclid', 'Yandex', 'Yandex Webmaster Help, “ysclid”'],
]

const NAMES = new Set(TRACKING.map(([name]) => name).filter((name) => !name.endsWith('*')))
const BEGINNINGS = TRACKING.flatMap(([name]) => (name.endsWith('*') ? [name.slice(0, -1)] : []))

/** Whether a parameter of this name only tracks; `amp;` is left of an address escaped too often. */
export function isTracking(name: string): boolean {
  const bare = name.toLowerCase().replace(/^(?:amp;)+/, '')
  return NAMES.has(bare) || BEGINNINGS.some((beginning) => bare.startsWith(beginning))
}
