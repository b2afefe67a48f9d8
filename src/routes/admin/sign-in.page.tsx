import type { Config } from '../../app.ts'
import { AdminPage } from './page.tsx'

type SignInProps = {
  config: Config
  /** Where to go then, from the root. */
  next: string
  error?: string
}

/** The way in: one field for the token. */
export function SignInPage({ config, next, error }: SignInProps) {
  return (
    <AdminPage config={config} title="Sign in" path="/sign-in" who={null}>
      {error && <p role="alert">{error}</p>}
      <form method="post" action="/admin/sign-in">
        <input type="hidden" name="next" value={next} />
        <input type="text" name="username" value="admin" autocomplete="username" hidden />
        <label for="token">Token</label>
        <input
          type="password"
          id="token"
          name="token"
          required
          autocomplete="current-password"
          aria-invalid={error ? 'true' : undefined}
        />
        <button type="submit">Sign in</button>
        <p class="small">
          ADMIN_TOKEN, as it was set for this site. You stay signed in for twelve hours.
        </p>
      </form>
    </AdminPage>
  )
}
