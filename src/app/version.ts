// When a part cannot be fetched, the server may have another version of the app with other parts. The page then says so
// and reopens at the same address as soon as the user is idle.

import { create } from 'zustand'
import { onMissing } from '../fetch/retried.ts'
import { useExperiment } from '../state/experiment.ts'
import { usePlayback } from '../state/playback.ts'
import { store, stored } from '../document/stored.ts'

export const useVersion = create<{ readonly isReplaced: boolean }>()(() => ({ isReplaced: false }))

/** Milliseconds without input that count as idle. */
const rest = 20_000
/** Milliseconds within which the page reopens at most once. */
const once = 60_000
const storageKey = 'ravine.reopened'

/** The file of this code. The page names it, and every other file's name affects its hash. */
const own = import.meta.url.replace(/^.*\//, '').replace(/[?#].*$/, '')

/** Returns what the server has: this version, another one, or nothing reachable. */
export async function askForVersion(fetch = globalThis.fetch): Promise<'same' | 'other' | 'unknown'> {
  try {
    const page = await fetch(location.pathname + location.search, { cache: 'no-store' })
    if (!page.ok) return 'unknown'
    const text = await page.text()
    if (!text.includes('id="root"')) return 'unknown'
    return text.includes(own) ? 'same' : 'other'
  } catch {
    return 'unknown'
  }
}

/** Reopens the page at the same address. Returns false if that was just done, or cannot be recorded. */
export function reopen(): boolean {
  const last = Number(stored('sessionStorage', storageKey) ?? -Infinity)
  if (Date.now() - last < once || !store('sessionStorage', storageKey, String(Date.now()))) return false
  location.reload()
  return true
}

let lastInput = 0
const noteInput = (): void => {
  lastInput = performance.now()
}

/** Whether the user is not playing, dragging, typing or answering. */
function isQuiet(): boolean {
  const typing = document.activeElement?.matches('input:not([type=range]), textarea, select')
  return (
    !usePlayback.getState().playing &&
    useExperiment.getState().editing === undefined &&
    !document.querySelector('dialog[open]') &&
    (document.hidden || (!typing && performance.now() - lastInput > rest))
  )
}

let timer: ReturnType<typeof setInterval> | undefined

function reopenWhenQuiet(): void {
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel'])
    addEventListener(event, noteInput, { passive: true })
  noteInput()
  timer ??= setInterval(() => isQuiet() && reopen(), 1000)
}

let asking = false

async function look(isThere: boolean): Promise<void> {
  if (asking || useVersion.getState().isReplaced) return
  asking = true
  const found = await askForVersion()
  asking = false
  if (found === 'other') useVersion.setState({ isReplaced: true })
  // The browser remembers the failure of a file that the part imports. Only a new page forgets it.
  if (found === 'other' || (found === 'same' && isThere)) reopenWhenQuiet()
}

/** If the server is reachable, a new page helps where another attempt does not. */
export async function retryFailed(): Promise<void> {
  if ((await askForVersion()) !== 'unknown') reopen()
}

export function followVersion(): void {
  onMissing((isThere) => void look(isThere))
}
