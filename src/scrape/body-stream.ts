const BODY_LIMIT = 5 * 1024 * 1024 // bytes

/** Reads a body up to 5 MB; an endless one is cut off there and told as `too large`. */
export async function readBody(response: Response): Promise<Uint8Array | 'too large'> {
  if (Number(response.headers.get('content-length')) > BODY_LIMIT) {
    await response.body?.cancel()
    return 'too large'
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > BODY_LIMIT) return 'too large'
    chunks.push(chunk)
  }
  return join(chunks, size)
}

function join(chunks: Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
