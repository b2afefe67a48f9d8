import type { App } from '../app.ts'

export async function watch(_app: App, _at: Date): Promise<void> {}
