// The interface's words. To add an area, write en/AREA.ts (an object of words, nested as you like) and zh-CN/AREA.ts
// with type `Translated<typeof en>`. A missing key then does not compile, and tests check placeholders and terms. If
// the first picture needs the area, list it in both index.ts files, else register it in areas/. `fill` replaces
// `{name}` in a sentence. In a component: `const words = useWords()`, then `words.controls.buttons.play`.
// `useWords(network)` includes the words of areas/network.ts. Registry entries and lessons carry their own Words {en,
// zh}, read by `inLanguage`.

import { use, useSyncExternalStore } from 'react'
import { detectLanguage } from './detect.ts'
import type { Language } from './detect.ts'
import { loadArea, loadLanguage, words, type AnyArea, type Spoken } from './dictionaries.ts'

export { fill } from './fill.ts'
export { languages } from './detect.ts'
export type { Language } from './detect.ts'
export { loadLanguage, words, type Dictionary, type Spoken } from './dictionaries.ts'

/** Returns a registry entry's or lesson's own words in a language. */
export const inLanguage = (own: { readonly en: string; readonly zh: string }, language: Language): string =>
  language === 'en' ? own.en : own.zh

/** The gap between two sentences: no space follows a Chinese full stop. */
export const sentenceGap = (language: Language): string => (language === 'en' ? ' ' : '')

const storageKey = 'ravine.language'
const listeners = new Set<() => void>()
let current: Language = 'en'
let asked: Language = 'en'

export const currentLanguage = (): Language => current

async function apply(language: Language): Promise<void> {
  asked = language
  await loadLanguage(language).catch((error: unknown) => {
    // Selecting the language again retries.
    asked = current
    throw error
  })
  // Ignore the result if another language was chosen while this one loaded.
  if (asked !== language) return
  current = language
  if (typeof document !== 'undefined') document.documentElement.lang = language
  for (const listener of listeners) listener()
}

/** Also stores the choice on this device, if storage is allowed. */
export function setLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  if (language !== asked) apply(language).catch(() => {})
}

/** Sets the language at page start: the link's `lang`, else the stored choice, else the browser's preference. */
export function startLanguage(fromLink: string | null): Promise<void> {
  let stored: string | null = null
  try {
    stored = localStorage.getItem(storageKey)
  } catch {
    // Without storage, act as if nothing was chosen.
  }
  // If the words cannot be loaded the page stays in English and says what is missing.
  return apply(detectLanguage(fromLink, stored, navigator.languages)).catch(() => {
    document.documentElement.lang = current
  })
}

function onLanguageChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useLanguage = (): Language =>
  useSyncExternalStore(onLanguageChange, currentLanguage, currentLanguage)

/** Returns the words of the current language, including the given areas. Suspends while they load. */
export function useWords<const A extends readonly AnyArea[]>(...areas: A): Spoken<A[number]> {
  const language = useLanguage()
  // Call `use` even if they are loaded, because a retried component must call the same hooks.
  if (language !== 'en') for (const one of areas) use(loadArea(one))
  return words(language, ...areas)
}
