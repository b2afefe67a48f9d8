// Marks in the frozen bodies of an issue, for what is known only when it is sent. Made of
// letters, digits and hyphens, so that they pass through HTML and URLs as they are.

/** Where the recipient's own link token goes. */
export const TOKEN_MARK = 'recipient-link-token-5d41ab'

/** Where the sender's postal address goes. */
export const POSTAL_MARK = 'sender-postal-address-5d41ab'
