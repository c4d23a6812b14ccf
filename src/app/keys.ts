// The page's keyboard shortcuts. A key acts only without Ctrl, Alt and Meta (except undo and redo), not in a text
// field, and not when the focused control uses it.

import { useEffect } from 'react'
import { retried } from '../fetch/retried.ts'
import { newSeed, redo, toggleRun, undo, useExperiment } from '../state/experiment.ts'
import { ownDocument, ravine, type LabDocument } from './ravine.ts'
import { isPresenting } from './theme.ts'
import { restart } from '../state/conductor.ts'
import { cursor, lastStep, pause, play, seek, usePlayback } from '../state/playback.ts'

const storageKey = 'ravine.keys'

export function keysOn(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off'
  } catch {
    return true
  }
}

export function setKeys(on: boolean): void {
  try {
    localStorage.setItem(storageKey, on ? 'on' : 'off')
  } catch {
    // Without storage they stay on.
  }
}

const isText = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !['range', 'checkbox', 'radio', 'button'].includes(element.type)) ||
  (element instanceof HTMLElement && element.isContentEditable)

const ownKeys: Readonly<Record<string, readonly string[]>> = {
  button: [' ', 'Enter'],
  slider: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'],
  radio: ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', ' '],
  checkbox: [' '],
  menu: ['ArrowUp', 'ArrowDown', 'Home', 'End', ' ', 'Enter', 'Escape'],
  select: [
    ' ',
    'Enter',
    'ArrowLeft',
    'ArrowRight',
    'ArrowUp',
    'ArrowDown',
    'Home',
    'End',
    'PageUp',
    'PageDown',
  ],
}

/** Whether the focused control uses the key. */
function isTaken(key: string, element: Element | null): boolean {
  if (!element || element === document.body) return false
  if (element instanceof HTMLSelectElement) return ownKeys.select.includes(key) || /^\S$/.test(key)
  const role = element.getAttribute('role')
  if (role?.startsWith('menu')) return ownKeys.menu.includes(key) || /^\S$/.test(key)
  if (role === 'slider' || role === 'application') return ownKeys.slider.includes(key) || /^[-+0=]$/.test(key)
  if (element instanceof HTMLInputElement)
    return (ownKeys[element.type === 'range' ? 'slider' : element.type] ?? []).includes(key)
  if (element instanceof HTMLButtonElement || role === 'button' || element.tagName === 'SUMMARY')
    return ownKeys.button.includes(key)
  return element instanceof HTMLAnchorElement && key === 'Enter'
}

export interface KeyActions {
  readonly present: () => void
  readonly copyLink: () => void
  readonly help: () => void
}

export function useKeys(actions: KeyActions, race: boolean): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const focused = document.activeElement
      if (event.defaultPrevented || isText(focused)) return
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z') {
        const lab = ownDocument()
        if (!race && !lab) return
        event.preventDefault()
        const [back, again] = lab ? [lab.undo, lab.redo] : [undo, redo]
        if (event.shiftKey) again()
        else back()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
      if (event.key === '?') return actions.help()
      // In full screen the browser handles Escape itself. A window with the stage is left the same way.
      if (event.key === 'Escape' && isPresenting()) return actions.present()
      if (!keysOn() || isTaken(event.key, focused)) return
      const act = actionFor(event, actions, race)
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [actions, race])
}

function actionFor(event: KeyboardEvent, actions: KeyActions, race: boolean): (() => void) | undefined {
  const { key, shiftKey } = event
  const letter = key.toLowerCase()
  if (letter === 'p') return actions.present
  if (letter === 'l') return actions.copyLink
  const by = shiftKey ? 10 : 1
  const lab = ownDocument()
  if (lab) return moveIn(lab, key, by)
  if (!race) return undefined
  if (key === ' ') return usePlayback.getState().playing ? pause : play
  if (key === 'ArrowRight') return () => seek(cursor.step + by)
  if (key === 'ArrowLeft') return () => seek(cursor.step - by)
  if (key === 'Home') return () => seek(0)
  if (key === 'End') return () => seek(lastStep())
  if (letter === 'r') return restart
  if (letter === 'n') return newSeed
  if (letter === 'g') return () => atMap('pinPresent')
  if (letter === 't') return () => atMap('toggleTilt')
  const run = Number(key) - 1
  if (/^[1-9]$/.test(key) && run < useExperiment.getState().experiment.runs.length)
    return () => toggleRun(run)
  return undefined
}

/** Loaded on first use. */
function atMap(act: 'pinPresent' | 'toggleTilt'): void {
  retried(() => import('../panels/map/openLook.ts')).then(
    (map) => map[act](),
    () => {},
  )
}

/** The arrows, Home and End in a lab with its own document. */
function moveIn(lab: LabDocument, key: string, by: number): (() => void) | undefined {
  const to = { ArrowRight: ravine.step + by, ArrowLeft: ravine.step - by, Home: 0, End: Infinity }[key]
  return to === undefined ? undefined : () => lab.moveTo(to)
}
