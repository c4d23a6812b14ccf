// When a part cannot be fetched the server may have another version of the app, which has other parts. Then the page says
// so and opens itself again at the same address, in a moment in which nobody is doing anything with it.

import { create } from 'zustand'
import { onMissing } from '../fetch/retried.ts'
import { useExperiment } from '../state/experiment.ts'
import { usePlayback } from '../state/playback.ts'

export const useVersion = create<{ readonly isReplaced: boolean }>()(() => ({ isReplaced: false }))

/** Milliseconds without an input after which nobody is doing anything. */
const rest = 20_000
/** Milliseconds in which the page opens itself again at most once. */
const once = 60_000
const storageKey = 'ravine.reopened'

/** The file that this code is in; the page names it, and every other file's name changes it. */
const own = import.meta.url.replace(/^.*\//, '').replace(/[?#].*$/, '')

/** What the server has: this version, another one, or nothing that can be had now. */
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

/** Opens the page again at the same address; false where that was just done, or cannot be remembered. */
export function reopen(): boolean {
  try {
    const last = Number(sessionStorage.getItem(storageKey) ?? -Infinity)
    if (Date.now() - last < once) return false
    sessionStorage.setItem(storageKey, String(Date.now()))
  } catch {
    return false
  }
  location.reload()
  return true
}

let lastInput = 0
const noteInput = (): void => {
  lastInput = performance.now()
}

/** Whether nobody is playing, dragging, typing or answering. */
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

async function look(): Promise<void> {
  if (asking || useVersion.getState().isReplaced) return
  asking = true
  const found = await askForVersion()
  asking = false
  if (found !== 'other') return
  useVersion.setState({ isReplaced: true })
  reopenWhenQuiet()
}

/** Some browsers remember a failed import as long as the page lives: where the server can be had, only a new page helps. */
export async function retryFailed(): Promise<void> {
  if ((await askForVersion()) !== 'unknown') reopen()
}

export function followVersion(): void {
  onMissing(() => void look())
}
