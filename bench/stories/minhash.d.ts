/** The library comes without types; what the bench uses of it. */
declare module 'minhash' {
  export class Minhash {
    update(text: string): void
    jaccard(other: Minhash): number
  }
  export class LshIndex {
    insert(id: string, hash: Minhash): void
    query(hash: Minhash): string[]
  }
}
