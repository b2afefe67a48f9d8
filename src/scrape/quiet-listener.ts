import type { TokenizerCallbacks } from 'htmlparser2'

/** Hears nothing of what the tokenizer tells; who listens overrides what it wants to hear. */
export class QuietListener implements TokenizerCallbacks {
  ontext(_start: number, _end: number): void {}
  onopentagname(_start: number, _end: number): void {}
  onopentagend(_end: number): void {}
  onclosetag(_start: number, _end: number): void {}
  onselfclosingtag(_end: number): void {}
  onend(): void {}
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onattribname(_start: number, _end: number): void {}
  onattribdata(_start: number, _end: number): void {}
  onattribend(): void {}
  onattribentity(): void {}
  ontextentity(): void {}
}
