import { Hono } from 'hono'
import type { App, Config } from '../../app.ts'
import { listSources, type SourceState } from '../../db/sources.ts'
import { LADDER, stageWords } from '../../stage.ts'
import { Page } from '../page.tsx'
import { cached } from './cached.ts'
import { SourceTable } from './sources.tsx'

/** How we read, and from where. */
export function aboutRoutes(app: App): Hono {
  const { db, config } = app
  return new Hono().get('/about', async (c) =>
    cached(c, <About config={config} states={await listSources(db)} now={app.now()} />),
  )
}

type AboutProps = { config: Config; states: SourceState[]; now: Date }

function About(props: AboutProps) {
  const { config } = props
  const { title } = config.topic
  return (
    <Page
      config={config}
      title="How we read"
      description={`By which rules the status of ${title} follows from what is said on record, and which sites are read.`}
      path="/about"
    >
      <h1>How we read</h1>
      <p class="lede">
        The same interview comes back in a dozen articles, old words are sold as new, and
        “confirmed” stands over “we would love to”. So we read the sites below, throw away repeats,
        and note who said what, to whom and when. The status of {title} follows from that by written
        rules, which nobody bends by hand.
      </p>
      <Rules />
      <Stages />
      <Sources {...props} />
      <section>
        <h2>When we are wrong</h2>
        <p>
          Rules read text, and text is sly. Where a page here says other than its source, write to{' '}
          <a href={`mailto:${config.mail.replyTo}`}>{config.mail.replyTo}</a>. Everything can also
          be had <a href="/api">as data</a>, with the reasons for each status and each join.
        </p>
      </section>
    </Page>
  )
}

function Rules() {
  return (
    <section>
      <h2>The rules, in plain words</h2>
      <ol class="prose">
        <li>
          <strong>A headline is not a statement.</strong> What counts is what people say, between
          quotation marks or as an article reports it. Where a headline claims a higher stage than
          the people beneath it support, we say so.
        </li>
        <li>
          <strong>Who speaks decides how much it is worth.</strong> The studio before producers and
          director, they before writers, those before actors. Approval can only come from the studio
          or from a producer or director who speaks for it; an actor can tell of talks. An insider
          without a name, or an outlet’s own word, gives a rumour at most.
        </li>
        <li>
          <strong>A wish is a wish.</strong> “I would love to” is worth talks, never more. What
          depends on an “if”, and what is only asked, is worth nothing.
        </li>
        <li>
          <strong>Old words stay old.</strong> A quotation that comes back keeps the day on which it
          was first spoken, and moves nothing.
        </li>
        <li>
          <strong>The status goes back as well as forward.</strong> Who answers for the film and
          says “nothing is set” takes back what somebody of the same or lower rank said.
        </li>
        <li>
          <strong>What we do not know we leave open.</strong> No date, author or quotation is ever
          filled in.
        </li>
      </ol>
    </section>
  )
}

function Stages() {
  return (
    <section>
      <h2>The stages</h2>
      <dl class="stages">
        {LADDER.map((stage) => (
          <div>
            <dt>{stage}</dt>
            <dd>{stageWords(stage)}</dd>
          </div>
        ))}
      </dl>
      <p>
        Beside the ladder stand <em>stalled</em> and <em>cancelled</em>, on the word of those in
        charge only. How sure we are follows from the rank of who speaks and from how many outlets
        heard it for themselves; after a year of silence we are less sure of anything.
      </p>
    </section>
  )
}

function Sources({ config, states, now }: AboutProps) {
  return (
    <section>
      <h2>Where we look, and how that goes</h2>
      <SourceTable sources={config.sources} states={states} now={now} />
    </section>
  )
}
