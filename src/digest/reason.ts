/** The provider's words without addresses, which they may repeat: fit for tables and logs. */
export function withoutAddresses(reason: string): string {
  return reason.replace(/\S+@\S+/g, '<address>')
}
