import { getDomain } from 'tldts'
import { z } from 'zod'
import { bad, type Finding, good, unsure } from './finding.ts'

/** The TXT records of a name, each in one piece; null where nobody can be asked. */
export type LookUp = (name: string) => Promise<string[] | null>

const PATIENCE = 5_000 // ms
const MANUAL = 'Enter the records that resend.com shows under Domains: docs/deploy.md'

const answerSchema = z.object({
  Answer: z.array(z.object({ type: z.number(), data: z.string() })).default([]),
})

/** Asks a resolver by DNS over HTTPS (RFC 8484's names, JSON answers). */
export function dnsOverHttps(resolver: string): LookUp {
  return async (name) => {
    const query = new URLSearchParams({ name, type: 'TXT' })
    try {
      const response = await fetch(`${resolver}?${query}`, {
        headers: { accept: 'application/dns-json' },
        signal: AbortSignal.timeout(PATIENCE),
      })
      if (!response.ok) return null
      const { Answer: answers } = answerSchema.parse(await response.json())
      return answers.filter(({ type }) => type === 16).map(({ data }) => unquoted(data))
    } catch {
      return null // offline, or no resolver: the same to us
    }
  }
}

/** SPF, DKIM and DMARC of the sender's domain as Resend sets them up, and whether they align. */
export async function examineDns(from: string, lookUp: LookUp): Promise<Finding[]> {
  const domain = /@([^\s>]+)/.exec(from)?.[1]?.toLowerCase() ?? ''
  const organisation = getDomain(domain) ?? domain
  const [spf, dkim, dmarc] = await Promise.all([
    firstWith(lookUp, [`send.${domain}`, domain], /^v=spf1\b/i),
    firstWith(lookUp, [`resend._domainkey.${domain}`], /\bp=[^;\s]/),
    firstWith(lookUp, [`_dmarc.${domain}`, `_dmarc.${organisation}`], /^v=DMARC1\b/i),
  ])
  if ([spf, dkim, dmarc].includes('offline')) {
    return [unsure('DNS of mail', 'no resolver answers: looked at nothing', 'Try again online.')]
  }
  return [
    spfFinding(spf, domain, /\baspf=s\b/i.test(dmarc ?? '')),
    dkim
      ? good('DKIM', `signs as ${domain}, the domain of MAIL_FROM: aligned`)
      : bad('DKIM', `no key at resend._domainkey.${domain}`, MANUAL),
    dmarcFinding(dmarc, domain, Boolean(dkim)),
  ]
}

function spfFinding(record: string | null, domain: string, isStrict: boolean): Finding {
  if (!record) return bad('SPF', `no record at send.${domain}`, MANUAL)
  if (!/include:(?:[\w-]+\.)*amazonses\.com\b/i.test(record)) {
    return bad('SPF', `${record} does not let Resend send`, 'Add include:amazonses.com')
  }
  const aligned = isStrict ? 'not aligned, since aspf=s: DKIM is' : `aligned with ${domain}`
  return good('SPF', `${record}: ${aligned}`)
}

function dmarcFinding(record: string | null, domain: string, isSigned: boolean): Finding {
  if (!record) {
    return bad('DMARC', `no record at _dmarc.${domain}`, 'Add a TXT record there: v=DMARC1; p=none')
  }
  if (!/;\s*p=(?:none|quarantine|reject)\b/i.test(record)) {
    return bad('DMARC', `${record} has no policy, and counts for nothing`, 'Add p=none to it.')
  }
  if (/\bp=(?:quarantine|reject)/i.test(record) && !isSigned) {
    return bad('DMARC', `${record}: mail without DKIM is turned away`, MANUAL)
  }
  return good('DMARC', record)
}

/** The first record that fits, of the first name that has one; null where none has. */
async function firstWith(
  lookUp: LookUp,
  names: string[],
  form: RegExp,
): Promise<string | 'offline' | null> {
  for (const name of new Set(names)) {
    const records = await lookUp(name)
    if (records === null) return 'offline'
    const fitting = records.find((record) => form.test(record))
    if (fitting) return fitting
  }
  return null
}

/** A record comes as quoted pieces of up to 255 bytes. */
function unquoted(data: string): string {
  const pieces = [...data.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, piece]) => piece ?? '')
  return pieces.length > 0 ? pieces.join('').replaceAll('\\"', '"') : data
}
