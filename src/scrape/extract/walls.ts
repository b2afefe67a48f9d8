import type { PageKind } from '../../article.ts'

type Wall = {
  kind: PageKind
  reason: string
  /** Folded parts of `<title>` that give it away: as a whole, several words also as its beginning. */
  titles: string[]
  /** Folded words that it says; `needed` of them in each `within` letters give it away. */
  phrases: string[]
  needed: number
  within: number
}

/** What short pages say that stand before an article or in its place. */
export const WALLS: Wall[] = [
  {
    kind: 'blocked',
    reason: 'a test whether we are human',
    titles: parted(`
      access denied | access to this page has been denied | are you a robot | attention
      required | human verification | just a moment | pardon our interruption | robot
      check | security check | sicherheitsüberprüfung
    `),
    phrases: parted(`
      are you a robot | are a human | captcha | checking if the site connection is secure
      | checking your browser | complete the security check | ddos protection | enable
      javascript and cookies to continue | enable js and disable any ad blocker | keine
      maschine | not a robot | press hold | unusual activity | unusual traffic | verify
      you are human | verifying you are human | you have been blocked | êtes humain
    `),
    needed: 1,
    within: 400,
  },
  {
    kind: 'empty',
    reason: 'an error page',
    titles: parted(`
      400 | 401 | 403 | 404 | 410 | 500 | 502 | 503 | artikel nicht gefunden | bad gateway
      | error | fehler | forbidden | internal server error | not found | oops | page
      introuvable | page not found | página no encontrada | seite nicht gefunden | service
      unavailable | страница не найдена
    `),
    phrases: parted(`
      could not be found | does not exist | error 404 | has been moved or deleted | no
      longer available | nicht gefunden | nicht mehr verfügbar | page introuvable | page
      not found | page you requested | page you were looking for | page you are looking
      for | seite existiert nicht | something went wrong
    `),
    needed: 2,
    within: 400,
  },
  {
    kind: 'blocked',
    reason: 'a consent wall',
    titles: parted(`
      before you continue | bevor sie fortfahren | consent | datenschutz einwilligung |
      einwilligung | privacy settings | we value your privacy | your privacy choices |
      zustimmung
    `),
    phrases: parted(`
      accept all | accept and continue | accept cookies | accepter et continuer | accetta
      | aceptar | alle akzeptieren | akzeptieren und weiter | before you continue |
      consent | continuer sans accepter | cookies | datenschutzerklärung | einwilligung |
      manage options | manage preferences | mit werbung | our partners | partenaires |
      partner | personalisierte werbung | personalised ads | personalized ads | politique
      de confidentialité | privacy policy | privacidad | rechazar | refuser | reject all |
      rifiuta | tout accepter | tracking | zustimmen
    `),
    needed: 4,
    within: 1500,
  },
  {
    kind: 'blocked',
    reason: 'a login',
    titles: parted(`
      anmelden | anmeldung | iniciar sesión | log in | login | se connecter | sign in
    `),
    phrases: parted(`
      already a subscriber | anmelden | create an account | forgot password | forgot your
      password | jetzt registrieren | log in | log in to continue | noch kein konto |
      passwort | passwort vergessen | password | register | sign in | sign in to continue
      | subscribe to continue
    `),
    needed: 3,
    within: 800,
  },
]

/** What the scripts of bot detection leave in a page that shows nothing else. */
export const BOT_MARKS = [
  '_cf_chl_opt',
  '_Incapsula_Resource',
  'awswaf.com',
  'captcha-delivery.com',
  'distil_r_captcha',
  'px-captcha',
]

function parted(text: string): string[] {
  return text.split('|').map((words) => words.trim().replace(/\s+/g, ' '))
}
