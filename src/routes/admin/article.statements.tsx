import { STAGES } from '../../stage.ts'
import { MODALITIES } from '../../status/modality.ts'
import { ROLES } from '../../topic.ts'
import { NOTHING } from './articles.asks.ts'
import type { Explained, ExplainedStatement } from './articles.read.ts'
import { Moment } from './words.tsx'

type OfStatement = { article: Explained['article']; statement: ExplainedStatement }

/** What an article says of the status, by which rule, and a form to correct each. */
export function Statements({ article, statements }: Pick<Explained, 'article' | 'statements'>) {
  if (!statements.length) return <p>It states nothing on the status.</p>
  return (
    <ol class="said-in">
      {statements.map((statement) => (
        <li>
          <One {...{ article, statement }} />
        </li>
      ))}
    </ol>
  )
}

function One({ article, statement }: OfStatement) {
  const { quote, evidence, rule, fresh, isStruck, byRules, recalled, since, withdrawn } = statement
  return (
    <>
      <p>
        <strong>{statement.speaker ?? statement.role}</strong>{' '}
        {statement.speaker && `(${statement.role}) `}
        {isStruck && <span class="tag warn">struck</span>}{' '}
        {byRules && <span class="tag">corrected</span>}{' '}
        {fresh !== null && <span class="tag">{fresh ? 'new' : 'known before'}</span>}{' '}
        {withdrawn && <span class="tag warn">withdrawn</span>}
      </p>
      <blockquote>{quote === null ? evidence : `“${quote}”`}</blockquote>
      <p class="meta">
        {valuesOf(statement)}
        {recalled && '; told as of some time ago'}
        {since && (
          <>
            ; since <Moment at={since} />
          </>
        )}
        {withdrawn && (
          <>
            ; withdrawn <Moment at={withdrawn} />
          </>
        )}
        . Read by the rule <span class="id">{rule}</span>.
        {byRules && ` The rules read: ${byRules.speaker ?? byRules.role}, ${valuesOf(byRules)}.`}
      </p>
      {!isStruck && <Correct article={article} statement={statement} />}
    </>
  )
}

type Values = Pick<ExplainedStatement, 'stage' | 'modality' | 'saidOn' | 'givenTo'>

function valuesOf({ stage, modality, saidOn, givenTo }: Values): string {
  const said = `said on ${saidOn ?? 'an unknown day'}`
  return `${stage ?? 'no stage'}, ${modality}; ${said} ${givenTo ? `to ${givenTo}` : 'to an unknown outlet'}`
}

function Correct({ article, statement }: OfStatement) {
  const { number, speaker, stage, modality, saidOn, givenTo } = statement
  const action = `/admin/articles/${article.id}/statements/${number}`
  return (
    <details>
      <summary>Correct it</summary>
      <form method="post" action={action} class="correct">
        <Text {...{ number, name: 'speaker', label: 'Who says it', value: speaker }} />
        <Choice
          {...{ number, name: 'role', label: 'As what', value: '' }}
          options={['', ...ROLES, 'insider', 'outlet']}
        />
        <Choice
          {...{ number, name: 'stage', label: 'Stage', value: stage ?? NOTHING }}
          options={[NOTHING, ...STAGES]}
        />
        <Choice
          {...{ number, name: 'modality', label: 'How it is meant', value: modality }}
          options={MODALITIES}
        />
        <Text
          {...{ number, name: 'saidOn', label: 'Said on (2026, 2026-03 or 2026-03-02)' }}
          value={saidOn}
        />
        <Text {...{ number, name: 'givenTo', label: 'Said to', value: givenTo }} />
        <p class="note">
          A field that is left empty stays as it is; “{NOTHING}” takes away what it has.
        </p>
        <button type="submit">Correct it</button>
      </form>
      <form method="post" action={action}>
        <input type="hidden" name="strike" value="yes" />
        <button type="submit" class="plain">
          Strike it
        </button>
      </form>
    </details>
  )
}

type FieldProps = { number: number; name: string; label: string; value: string | null }

function Text({ number, name, label, value }: FieldProps) {
  const id = `${name}-${number}`
  return (
    <p>
      <label for={id}>{label}</label>
      <input type="text" id={id} name={name} value={value ?? ''} maxlength={200} />
    </p>
  )
}

function Choice({
  number,
  name,
  label,
  value,
  options,
}: FieldProps & { options: readonly string[] }) {
  const id = `${name}-${number}`
  return (
    <p>
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        {options.map((option) => (
          <option value={option} selected={option === value}>
            {option || 'as it is, or as the topic knows who says it'}
          </option>
        ))}
      </select>
    </p>
  )
}
