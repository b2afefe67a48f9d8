/** Why something could not be shown or done, for people and for programs. */
export type Trouble = {
  isTrouble: true
  status: 400 | 404 | 409 | 422 | 429 | 502 | 503
  title: string
  detail: string
}

/** Trouble in words: a status of HTTP, its title, and what to do about it. */
export function trouble(status: Trouble['status'], title: string, detail: string): Trouble {
  return { isTrouble: true, status, title, detail }
}

/** Whether what was read or done came to trouble instead. */
export function isTrouble(value: object): value is Trouble {
  return 'isTrouble' in value
}
