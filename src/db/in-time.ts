/** Where something stands in time; of one moment the ids decide. */
export type Place = { moment: string; id: string }

/** Compares places, the earlier first: as the database orders text, which no language's rules do. */
export function inTime(one: Place, other: Place): number {
  if (one.moment !== other.moment) return one.moment < other.moment ? -1 : 1
  return one.id < other.id ? -1 : Number(one.id > other.id)
}
