import type { Config } from '../app.ts'
import { outletsOf } from '../source.ts'

/** Who runs it, whose work it stands on, and where the rest is. */
export function Footer({ config }: { config: Config }) {
  const homes = outletsOf(config.sources)
  return (
    <footer>
      <p>
        Run by fans. It belongs to no studio and to nobody who made the film. Thanks to the
        publishers who do the reporting:{' '}
        {homes.map(({ outlet, home }, index) => (
          <>
            {index > 0 && ', '}
            <a href={home}>{outlet}</a>
          </>
        ))}
        .
      </p>
      <nav class="ways" aria-label="More">
        <a href="/subscribe">Mail</a> <a href="/feed.xml">Feed</a> <a href="/api">API</a>{' '}
        <a href="/status">The status on any day</a> <a href="/bot">For publishers</a>{' '}
        <a href="/privacy">Privacy</a>
      </nav>
    </footer>
  )
}
