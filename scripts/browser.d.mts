// Types of browser.mjs, for playwright.config.ts and the benchmarks.
export const chromiumFlags: string[]
export function findBrowser(): string | undefined
export function ensureBrowser(): string
export function ensureChineseFont(): void
export function findFirefox(): { channel?: string; executablePath?: string } | undefined
