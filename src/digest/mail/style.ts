// Inline styles, because mail clients drop others; classes only let dark mode override them.

const FONT = 'font-family:Georgia,serif'
const SANS = 'font-family:Helvetica,Arial,sans-serif'

export const STYLE = {
  body: 'margin:0;padding:0;background:#f4f2ee',
  column: 'max-width:600px;margin:0 auto;padding:24px 20px;background:#ffffff',
  name: `margin:0 0 4px;${SANS};font-size:13px;color:#5c5850`,
  headline: `margin:0 0 8px;${FONT};font-size:26px;line-height:1.25;color:#1b1a18`,
  text: `margin:0 0 12px;${FONT};font-size:16px;line-height:1.5;color:#1b1a18`,
  line: `margin:20px 0 0;${FONT};font-size:16px;line-height:1.5;color:#1b1a18`,
  dim: `margin:0 0 8px;${SANS};font-size:13px;line-height:1.5;color:#5c5850`,
  title: `margin:28px 0 8px;${FONT};font-size:19px;line-height:1.3;color:#1b1a18`,
  quote: `margin:0 0 10px;padding:0 0 0 12px;border-left:3px solid #c9a227;${FONT};font-size:15px;line-height:1.5;color:#1b1a18`,
  link: 'color:#1f5fa8',
  button: `display:inline-block;padding:12px 22px;background:#1f5fa8;color:#ffffff;${SANS};font-size:16px;text-decoration:none;border-radius:6px`,
  rule: 'margin:28px 0 16px;border:0;border-top:1px solid #d8d4cb',
  preview: 'display:none;max-height:0;overflow:hidden',
} as const

export const DARK = `@media (prefers-color-scheme:dark){
.body,.column{background:#171614!important}
.ink{color:#f0ede6!important}
.dim{color:#b5b0a5!important}
.link{color:#8fbcf0!important}
.rule{border-color:#45423c!important}
}`
