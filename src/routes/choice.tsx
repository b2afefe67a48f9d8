import { CHOICES, type Choice } from '../choice.ts'

/** How often mail comes, one of three. */
export function ChoiceField({ chosen }: { chosen: Choice }) {
  return (
    <fieldset>
      <legend>How often</legend>
      {CHOICES.map(({ id, label }) => (
        <label>
          <input type="radio" name="choice" value={id} checked={id === chosen} /> {label}
        </label>
      ))}
    </fieldset>
  )
}
