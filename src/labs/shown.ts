// The lab on show, as the keys, links, embedding pages and window.ravine see it.

import { useLayoutEffect } from 'react'
import { isComplete } from '../state/pendingParts.ts'
import { onFrame } from '../state/frame.ts'
import type { Actions, Lab, Model } from './lab.ts'

/** A page on which nothing runs has no actions. */
export interface Shown {
  readonly model: Pick<Model, 'experiment' | 'step' | 'target' | 'hash' | 'ready'>
  readonly actions?: Actions
  readonly id?: Lab['id']
}

let shown: Shown | undefined
/** The lab shown last. `window.ravine` tells of it until the next page has a document. */
let last: Shown | undefined
const followers = new Set<() => void>()

let resolveReady: () => void
/** Resolves when the first lab's picture and all parts of its page are drawn. */
export const ready = new Promise<void>((resolve) => (resolveReady = resolve))
let isReady = false
let resolveShown: () => void
/** Resolves when the first lab is on show. */
export const firstShown = new Promise<void>((resolve) => (resolveShown = resolve))

export const shownLab = (): Shown | undefined => shown
export const lastShown = (): Shown | undefined => shown ?? last

/** Shows a lab until another is shown; returns a function that ends it. */
export function showLab(lab: Shown): () => void {
  shown = last = lab
  resolveShown()
  for (const follow of followers) follow()
  if (!isReady) void lab.model.ready().then(() => becomeReady(lab))
  return () => {
    if (shown === lab) shown = undefined
  }
}

function becomeReady(lab: Shown): void {
  const stop = onFrame(() => {
    if (isReady || shown !== lab) return stop()
    if (!isComplete()) return
    isReady = true
    requestAnimationFrame(() => resolveReady())
  }, 'words')
}

/**
 * Calls back whenever the document on show changes, or another lab is shown; returns an unsubscribe function. `subscribe`
 * follows a lab, by default its document.
 */
export function onShown(
  listener: () => void,
  subscribe = (lab: Shown): (() => void) | undefined => lab.actions?.subscribe(listener),
): () => void {
  let leave: (() => void) | undefined
  const follow = (): void => {
    leave?.()
    leave = shown && subscribe(shown)
    listener()
  }
  followers.add(follow)
  follow()
  return () => {
    leave?.()
    followers.delete(follow)
  }
}

/** Shows a lab while the component is on the page and `open`. */
export function useShown(lab: Shown, open = true): void {
  useLayoutEffect(() => (open ? showLab(lab) : undefined), [lab, open])
}
