/** The most that is read of a page or feed. */
export const BODY_LIMIT = 5 * 1024 * 1024 // bytes

/** Reads a body up to a limit; a larger or endless one is cut off there and told as `too large`. */
export async function readBody(
  response: Response,
  signal: AbortSignal,
  limit = BODY_LIMIT,
): Promise<Uint8Array | 'too large'> {
  if (Number(response.headers.get('content-length')) > limit) {
    await response.body?.cancel()
    return 'too large'
  }
  const body = await readHead(response, limit + 1, signal)
  return body.byteLength > limit ? 'too large' : body
}

/** The first bytes of a body, at most `limit`; the rest is not waited for. Throws when aborted. */
export async function readHead(
  response: Response,
  limit: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    signal.throwIfAborted()
    chunks.push(chunk)
    size += chunk.byteLength
    if (size >= limit) break
  }
  return joinBytes(chunks, size).subarray(0, limit)
}

/** Chunks as one array of `size` bytes. */
export function joinBytes(chunks: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
