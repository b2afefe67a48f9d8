import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { STAGES } from '../../src/stage.ts'

const STYLE_LIMIT = 20 * 1024 // bytes
const STYLES = ['site', 'text', 'answer', 'lists', 'forms', 'print']

test('each stage, none, and the site have a picture of the size that pages tell', () => {
  for (const name of [...STAGES, 'unknown', 'site']) {
    const png = readFileSync(`public/og/${name}.png`)
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], name).toEqual([1200, 630])
  }
  for (const size of [180, 192, 512]) {
    expect(readFileSync(`public/icon-${size}.png`).readUInt32BE(16)).toBe(size)
  }
})

test('all style sheets together are small, load nothing, and are there', () => {
  const styles = STYLES.map((name) => readFileSync(`public/${name}.css`, 'utf8'))
  expect(Buffer.byteLength(styles.join(''))).toBeLessThan(STYLE_LIMIT)
  for (const style of styles) expect(style).not.toMatch(/url\(|@import|@font-face/)
  const named = readFileSync('src/routes/page.head.tsx', 'utf8')
  for (const name of STYLES) expect(named).toContain(name)
  expect(existsSync('public/favicon.svg')).toBe(true)
})
