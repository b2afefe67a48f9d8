import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { end } from './failure.ts'

export const CHROMIUM = '/usr/bin/chromium'

/** Starts the Chromium of a command's `--browser`; where there is none, so it says and ends with 1. */
export async function openBrowser(executablePath: string): Promise<Browser> {
  if (!existsSync(executablePath)) {
    end(1, `There is no browser at ${executablePath}: --browser names one.`)
  }
  return await chromium.launch({ executablePath, args: ['--no-sandbox'] })
}
