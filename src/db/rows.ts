/** Bytes of one list in a statement: D1 takes two million, of which a row may be made. */
export const A_LIST = 900_000

/**
 * The elements of a JSON array in a parameter as rows of one column, `column1`, each as JSON. D1 counts
 * nothing read for them, where it counts each row of `json_each`; the array must not be empty.
 */
export function elementsOf(parameter: string, count: number): string {
  return `(VALUES ${Array.from({ length: count }, (_, i) => `(${parameter} -> ${i})`).join(', ')})`
}

/** The same of an array of texts, each as text. */
export function textsOf(parameter: string, count: number): string {
  return `(VALUES ${Array.from({ length: count }, (_, i) => `(${parameter} ->> ${i})`).join(', ')})`
}
