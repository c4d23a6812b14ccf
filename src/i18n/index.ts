// The interface's words. To add an area: write en/AREA.ts (an object of words, nested as you like) and zh-CN/AREA.ts
// typed `Translated<typeof en>`; a missing key then does not compile, and the tests hold placeholders and terms. Name both
// in the two index.ts if the first picture speaks them, else enter the area in areas/. `{name}` in a sentence is filled by
// `fill`. In a component: `const words = useWords()`, then `words.controls.buttons.play`; `useWords(network)` has the words of
// areas/network.ts too. Registry entries and lessons carry their own Words {en, zh}: read them by `inLanguage`.

import { use, useSyncExternalStore } from 'react'
import { detectLanguage } from './detect.ts'
import type { Language } from './detect.ts'
import { loadArea, loadLanguage, words, type AnyArea, type Spoken } from './dictionaries.ts'

export { fill } from './fill.ts'
export { languages } from './detect.ts'
export type { Language } from './detect.ts'
export { loadLanguage, words, type Dictionary, type Spoken } from './dictionaries.ts'

/** The entry of a registry's or lesson's own words. */
export const inLanguage = (own: { readonly en: string; readonly zh: string }, language: Language): string =>
  language === 'en' ? own.en : own.zh

/** Between two sentences: no space follows a Chinese full stop. */
export const sentenceGap = (language: Language): string => (language === 'en' ? ' ' : '')

const storageKey = 'ravine.language'
const listeners = new Set<() => void>()
let current: Language = 'en'
let asked: Language = 'en'

export const currentLanguage = (): Language => current

async function apply(language: Language): Promise<void> {
  asked = language
  await loadLanguage(language).catch((error: unknown) => {
    // A later choice asks for its words again.
    asked = current
    throw error
  })
  // A later choice may have come while this one was loading.
  if (asked !== language) return
  current = language
  if (typeof document !== 'undefined') document.documentElement.lang = language
  for (const listener of listeners) listener()
}

/** Kept on this device too, where storage is allowed. */
export function setLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  if (language !== asked) apply(language).catch(() => {})
}

/** At the start of the page: the link's `lang`, else what was chosen here before, else the browser's wish. */
export function startLanguage(fromLink: string | null): Promise<void> {
  let stored: string | null = null
  try {
    stored = localStorage.getItem(storageKey)
  } catch {
    // No storage: as if nothing had been chosen.
  }
  // Where its words cannot be had the page speaks English, and says what is missing.
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

/** The words of the current language, and those of the areas that are named. Suspends while these are on their way. */
export function useWords<const A extends readonly AnyArea[]>(...areas: A): Spoken<A[number]> {
  const language = useLanguage()
  // Also when they are loaded: a component that is tried again must ask for the same as before.
  if (language !== 'en') for (const one of areas) use(loadArea(one))
  return words(language, ...areas)
}
