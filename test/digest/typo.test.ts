import { expect, test } from 'vitest'
import { likelyMeant } from '../../src/digest/typo.ts'

test('a slip in the domain of a big provider is seen', () => {
  const slips = {
    'gmail.com': ['gmial.com', 'gmai.com', 'gmaill.com', 'gnail.com', 'gmail.con', 'gmail.co'],
    'hotmail.com': ['hotmial.com', 'hotmai.com', 'hotmail.cm'],
    'yahoo.co.uk': ['yaho.co.uk', 'yahooo.co.uk'],
    'outlook.de': ['outlok.de'],
    'icloud.com': ['icoud.com', 'iclould.com', 'icloud.vom'],
    't-online.de': ['t-onlin.de'],
  }
  for (const [meant, typed] of Object.entries(slips)) {
    for (const domain of typed) {
      expect(likelyMeant(`Ann+Film@${domain}`), domain).toBe(`Ann+Film@${meant}`)
    }
  }
})

test('domains that exist beside a big provider are left alone', () => {
  const real =
    'gmail.com mail.com email.com ymail.com yahoo.ca yahoo.es hotmail.nl outlook.es gmx.net gmx.de ' +
    'web.de me.com mac.com hey.com aol.com proton.me pm.me live.com mail.ru example.org free.fr'
  for (const domain of real.split(' ')) expect(likelyMeant(`ann@${domain}`), domain).toBeNull()
})
