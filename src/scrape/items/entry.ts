import type { Draft } from './draft.ts'
import { FIELDS, Fields, type Frame, isField } from './fields.ts'
import { linksOf } from './links.ts'
import { unwrap } from './markup.ts'
import type { Naming } from './namespaces.ts'
import { type Node, nodesOf } from './nodes.ts'
import { firstText } from './texts.ts'

/** A tag in which the last attribute's quotation mark stays open, and swallows what follows. */
const OPEN_QUOTES = /(<[\w:.-]+)\s[^<>]*=\s*["'][^"'<>]*>/g

/** What an entry of RSS, RDF or Atom says. `isWhole` is false where the document ends in it. */
export function readEntry(markup: string, isWhole: boolean, frame: Frame): Draft {
  const draft = draftOf(markup, isWhole, frame)
  return draft.urls.length > 0 || markup.search(OPEN_QUOTES) < 0
    ? draft
    : draftOf(markup.replace(OPEN_QUOTES, '$1>'), isWhole, frame)
}

function draftOf(markup: string, isWhole: boolean, frame: Frame): Draft {
  const [self, ...beside] = nodesOf(markup, (name) => isField(frame.naming(name)))
  const fields = new Fields([...(self?.children ?? []), ...beside], frame.naming)
  // many feeds tell only when an entry was last changed; it is then the nearest to when it appeared
  const dates = (names: string[]) => fields.all(names).map((node) => unwrap(node.markup))
  const authors = creditsOf(fields.first(FIELDS.authors), frame.naming)
  return {
    urls: linksOf(fields, self, isWhole, frame),
    title: firstText(fields.all(FIELDS.title), frame.isAtom),
    published: dates([...FIELDS.published, ...FIELDS.updated]),
    updated: dates(FIELDS.updated),
    authors: authors.length > 0 ? authors : frame.authors,
    summary: firstText(fields.all(FIELDS.summary), frame.isAtom),
    content: firstText(fields.all(FIELDS.content), frame.isAtom),
  }
}

/** Atom names an author inside of an element, the others in its text. */
export function creditsOf(nodes: Node[], naming: Naming): string[] {
  return nodes.map((node) => {
    const name = node.children.find((child) => naming(child.name).replace('atom:', '') === 'name')
    if (name) return unwrap(name.markup)
    return node.children.length > 0 && node.markup.trimStart().startsWith('<')
      ? ''
      : unwrap(node.markup)
  })
}
