import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'

/** What axe finds by all its rules, or by those named, as `rule: element`. */
export async function barriers(page: Page, ...rules: string[]): Promise<string[]> {
  await page.evaluate(axe.source)
  const options = rules.length ? { runOnly: rules } : {}
  const { violations } = await page.evaluate<axe.AxeResults>(
    `axe.run(document, ${JSON.stringify(options)})`,
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** Where markup is not as the HTML standard has it. */
export async function faults(html: string): Promise<string[]> {
  const validator = new HtmlValidate({ extends: ['html-validate:standard'] })
  const { results } = await validator.validateString(html)
  const messages = results.flatMap((result) => result.messages)
  return messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)
}
