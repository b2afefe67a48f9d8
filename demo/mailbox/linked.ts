import { html } from 'hono/html'

const WEB_ADDRESS = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]'])/

/** Text with its web addresses as links; everything is escaped. */
export function linked(text: string) {
  // Splitting by a group puts the addresses at the odd places.
  return text
    .split(WEB_ADDRESS)
    .map((part, i) =>
      i % 2 === 1
        ? html`<a href="${part}" target="_blank" rel="noopener noreferrer">${part}</a>`
        : part,
    )
}
