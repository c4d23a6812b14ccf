// The theme: from the address, else from the device's storage, else from the system.

import { useSyncExternalStore } from 'react'
import { store } from '../document/stored.ts'

export type Theme = 'light' | 'dark' | 'contrast'

const storageKey = 'ravine.theme'
const listeners = new Set<() => void>()

const read = (): Theme => (document.documentElement.dataset.theme as Theme | undefined) ?? 'light'

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
  for (const listener of listeners) listener()
}

/** Applies a theme and stores it on this device. */
export function setTheme(theme: Theme): void {
  store('localStorage', storageKey, theme)
  applyTheme(theme)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, read)

/** In front of a class: larger type, thicker lines. */
export function setPresenting(on: boolean): void {
  if (on) document.documentElement.dataset.present = ''
  else delete document.documentElement.dataset.present
  for (const listener of listeners) listener()
}

export const isPresenting = (): boolean => 'present' in document.documentElement.dataset

export const usePresenting = (): boolean => useSyncExternalStore(subscribe, isPresenting)
