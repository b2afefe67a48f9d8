import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Test files that take longest, each project's worst first; a new checkout has not measured any. */
const LONGEST = [
  'exactly-once/exactly-once.node',
  'crash/crash.node',
  'scripts/archive',
  'scripts/setup',
  'scripts/subscribers',
  'status/own-corpora.node',
  'scripts/doctor',
  'conformance/score',
  'fuzz/routes',
  'digest/exactly-once',
  'conformance/tricks',
]

/** Begins each project with its longest files, so that no core waits for one of them at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const projects = Map.groupBy(sorted, ({ project }) => project.name)
    return [...projects.values()].flatMap((all) =>
      all.toSorted((one, other) => placeOf(one) - placeOf(other)),
    )
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((name) => moduleId.includes(`/test/${name}`))
  return place === -1 ? LONGEST.length : place
}
