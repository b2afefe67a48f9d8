import { joinBytes } from '../body-stream.ts'

const LIMIT = 5 * 1024 * 1024 // bytes, as much as an answer itself may have

/**
 * The bytes of an answer, unpacked where they are gzip by their first bytes, whatever the headers
 * say: sitemaps are kept as `.gz` files. Says so where they unpack to more than 5 MB or not at all.
 */
export async function unpack(body: Uint8Array): Promise<Uint8Array | 'too large' | 'corrupt'> {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of gunzip(body)) {
      size += chunk.byteLength
      if (size > LIMIT) return 'too large'
      chunks.push(chunk)
    }
  } catch {
    return 'corrupt' // a TypeError: no gzip behind the two bytes, or cut off
  }
  return joinBytes(chunks, size)
}

function gunzip(body: Uint8Array): ReadableStream<Uint8Array> {
  const packed = new ReadableStream<BufferSource>({
    start(controller) {
      controller.enqueue(new Uint8Array(body))
      controller.close()
    },
  })
  return packed.pipeThrough(new DecompressionStream('gzip'))
}
