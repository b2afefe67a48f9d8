// Inline styles, because mail clients drop others; classes only let dark mode override them.

const SERIF = 'font-family:Georgia,serif'
const SANS = 'font-family:Helvetica,Arial,sans-serif'

export const STYLE = {
  body: 'margin:0;padding:0;background:#fbfaf7',
  column: 'max-width:600px;margin:0 auto;padding:28px 24px;background:#ffffff',
  name: `margin:0 0 10px;${SANS};font-size:13px;line-height:1.5;color:#5a656d`,
  headline: `margin:0 0 8px;${SERIF};font-size:28px;line-height:1.2;color:#1b2227`,
  text: `margin:0 0 12px;${SERIF};font-size:16px;line-height:1.5;color:#1b2227`,
  lead: `margin:18px 0 0;${SERIF};font-size:17px;line-height:1.5;color:#1b2227`,
  part: `margin:32px 0 0;padding:0 0 6px;border-bottom:1px solid #d9dcd9;${SANS};font-size:13px;font-weight:bold;color:#5a656d`,
  dim: `margin:0 0 6px;${SANS};font-size:14px;line-height:1.5;color:#5a656d`,
  small: `margin:0 0 6px;${SANS};font-size:13px;line-height:1.6;color:#5a656d`,
  title: `margin:24px 0 8px;${SERIF};font-size:20px;line-height:1.3;color:#1b2227`,
  turn: `margin:24px 0 -18px;${SANS};font-size:13px;font-weight:bold;color:#8a4b00`,
  quote: `margin:0 0 10px;padding:0 0 0 12px;border-left:3px solid #0b6b7f;${SERIF};font-size:16px;line-height:1.5;color:#1b2227`,
  old: `margin:0 0 10px;padding:0 0 0 12px;border-left:3px solid #b9c0c0;${SERIF};font-size:15px;line-height:1.5;color:#5a656d`,
  by: `${SANS};font-size:13px;color:#5a656d`,
  claim: `margin:0 0 10px;padding:8px 12px;background:#fdf0dc;${SANS};font-size:14px;line-height:1.5;color:#5c3a0a`,
  link: 'color:#0b6b7f',
  button: `display:inline-block;padding:12px 22px;background:#0b6b7f;color:#ffffff;${SANS};font-size:16px;text-decoration:none;border-radius:6px`,
  rule: 'margin:32px 0 16px;border:0;border-top:1px solid #d9dcd9',
  preview: 'display:none;max-height:0;overflow:hidden;font-size:1px;line-height:1px;color:#ffffff',
  picture: 'width:100%;margin:12px 0 6px',
  turnDay: `margin:0;${SANS};font-size:13px;line-height:1.6;color:#5a656d`,
} as const

export const DARK = `@media (prefers-color-scheme:dark){
.body,.column{background:#12181c!important}
.ink{color:#e8ebe9!important}
.dim{color:#a2adb3!important}
.turn{color:#f3b562!important}
.claim{background:#33260f!important;color:#f3d9b0!important}
.link{color:#5cc5d8!important}
.button{background:#5cc5d8!important;color:#0b1418!important}
.rule{border-color:#2c363c!important}
.off{background:#2c363c!important}
.passed{background:#2b6a76!important}
.here{background:#5cc5d8!important}
}`
