import type { Choice } from '../../src/choice.ts'

/** Somebody as the outside knows them; times in ms since the epoch, null: not that we know. */
export type Person = {
  address: string
  choice: Choice
  /** Their wish to subscribe was answered with yes. */
  wasTaken: boolean
  /** When they began to confirm, and when that was answered. */
  confirming: number | null
  confirmed: number | null
  /** When something began that ends their mail (leaving, a bounce), and when that was answered. */
  leaving: number | null
  left: number | null
}

/** An act of an admin: how often it was asked for, and how often answered as done. */
export type Act = { act: string; subject: string; asked: number; answered: number }

/** What the outside world remembers, whatever becomes of the Worker. */
export type Book = {
  people: Map<string, Person>
  acts: Map<string, Act>
  reads: number
  /** Answers that there should never be. */
  troubles: string[]
  /** Mails whose fate the provider has told us, and was heard. */
  told: Set<string>
  /** How often the publishers and the provider were at fault, and how. */
  faults: Map<string, number>
  /** Requests that died with the Worker. */
  cutOff: number
}

export function newBook(): Book {
  return {
    people: new Map(),
    acts: new Map(),
    reads: 0,
    troubles: [],
    told: new Set(),
    faults: new Map(),
    cutOff: 0,
  }
}

/** Notes somebody new. */
export function addPerson(book: Book, address: string, known: Partial<Person> = {}): Person {
  const person: Person = {
    ...{ address, choice: 'weekly', wasTaken: false },
    ...{ confirming: null, confirmed: null, leaving: null, left: null },
    ...known,
  }
  book.people.set(address, person)
  return person
}

/** The entry of an act, made where there is none. */
export function actIn({ acts }: Book, act: string, subject: string): Act {
  const key = `${act} ${subject}`
  const entry = acts.get(key) ?? { act, subject, asked: 0, answered: 0 }
  acts.set(key, entry)
  return entry
}
