/** The admin's places, below /admin, by what they are for. */
const GROUPS = [
  ['', [['', 'Overview']]],
  [
    'Reading',
    [
      ['/scans', 'Scans'],
      ['/sources', 'Sources'],
      ['/try', 'Try'],
      ['/hosts', 'Hosts left alone'],
    ],
  ],
  [
    'News',
    [
      ['/articles', 'Articles'],
      ['/stories', 'Stories'],
      ['/corrections', 'Corrections'],
    ],
  ],
  [
    'Mail',
    [
      ['/digest', 'Digest'],
      ['/subscribers', 'Subscribers'],
    ],
  ],
  [
    'System',
    [
      ['/dead-letters', 'Dead letters'],
      ['/quotas', 'Quotas'],
      ['/audit', 'Audit log'],
    ],
  ],
] as const

/** The ways through the admin: beside the page where there is room, else behind a button. */
export function Places({ path }: { path: string }) {
  return (
    <details class="places">
      <summary>Menu</summary>
      <nav aria-label="Admin">
        {GROUPS.map(([group, places]) => (
          <div>
            {group && <p>{group}</p>}
            {places.map(([place, name]) => (
              <a href={`/admin${place}`} aria-current={currentOf(place, path)}>
                {name}
              </a>
            ))}
          </div>
        ))}
      </nav>
    </details>
  )
}

/** The page itself, or one of those below it. */
function currentOf(place: string, path: string): 'page' | 'true' | undefined {
  if (path === (place || '/')) return 'page'
  return place && path.startsWith(`${place}/`) ? 'true' : undefined
}
