/** Words of a description, with what stands between backticks as code. */
export function withCode(text: string | undefined) {
  return (text ?? '')
    .split('`')
    .map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))
}
