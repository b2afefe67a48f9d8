import { type Finding, good, unsure } from './finding.ts'

const BUTTON = /deploy\.workers\.cloudflare\.com\/\?url=https:\/\/github\.com\/([\w.-]+)\/[\w.-]+/g
const PLACEHOLDER = 'OWNER'

/**
 * Whether the deploy buttons of some documents lead to a repository. `remote` is where this copy comes
 * from, as git tells it; null where it does not.
 */
export function examineButton(documents: Record<string, string>, remote: string | null): Finding {
  const bare = Object.entries(documents).flatMap(([name, text]) =>
    [...text.matchAll(BUTTON)].some(([, owner]) => owner === PLACEHOLDER) ? [name] : [],
  )
  if (bare.length === 0) return good('deploy button', 'leads to a repository')
  const repository = repositoryOf(remote)
  return unsure(
    'deploy button',
    `leads nowhere yet: ${PLACEHOLDER} in ${bare.join(' and ')}`,
    repository
      ? `Put github.com/${repository} in its place, once that is public.`
      : 'Put the address of your public copy of the repository in its place.',
  )
}

/** `owner/name` of a repository at GitHub, by the address that git has of it. */
function repositoryOf(remote: string | null): string | null {
  const [, owner, name] = /github\.com[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?$/.exec(remote ?? '') ?? []
  return owner && name ? `${owner}/${name}` : null
}
