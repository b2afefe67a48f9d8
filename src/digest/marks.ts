// Marks in the frozen bodies of an issue, for what is known only when it is sent. Made of
// letters, digits and hyphens, so that they pass through HTML and URLs as they are.

/** Where the recipient's own token to unsubscribe goes. */
export const TOKEN_MARK = 'recipient-link-token-5d41ab'

/** Where the recipient's own token to manage the subscription goes. */
export const MANAGE_MARK = 'recipient-manage-token-5d41ab'

/** Where the sender's postal address goes. */
export const POSTAL_MARK = 'sender-postal-address-5d41ab'

const MARKS = new RegExp(`(${TOKEN_MARK}|${MANAGE_MARK})`)

/** A body that is filled in for each recipient, without looking through it again. */
export function fillable(body: string): (tokens: { token: string; manageToken: string }) => string {
  const parts = body.split(MARKS)
  return ({ token, manageToken }) =>
    parts
      .map((part) => (part === TOKEN_MARK ? token : part === MANAGE_MARK ? manageToken : part))
      .join('')
}
