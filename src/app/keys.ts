// The page's keyboard shortcuts. A key acts only without Ctrl, Alt and Meta (except undo and redo), not in a text
// field, and not when the focused control uses it.

import { shownLab } from '../labs/shown.ts'
import { isPresenting } from '../state/theme.ts'
import { store, stored } from '../document/stored.ts'

const storageKey = 'ravine.keys'

export const keysOn = (): boolean => stored('localStorage', storageKey) !== 'off'

/** Without storage they stay on. */
export const setKeys = (on: boolean): void => void store('localStorage', storageKey, on ? 'on' : 'off')

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

/** Acts on keys until the returned function is called. `on`: the keys of the lab on show act, too. */
export function followKeys(actions: KeyActions, on: boolean): () => void {
  const press = (event: KeyboardEvent): void => {
    const focused = document.activeElement
    if (event.defaultPrevented || isText(focused)) return
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z') {
      const lab = on ? shownLab()?.actions : undefined
      if (!lab) return
      event.preventDefault()
      if (event.shiftKey) lab.redo()
      else lab.undo()
      return
    }
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
    if (event.key === '?') return actions.help()
    // In full screen the browser handles Escape itself. A window with the stage is left the same way.
    if (event.key === 'Escape' && isPresenting()) return actions.present()
    if (!keysOn() || isTaken(event.key, focused)) return
    const act = actionFor(event, actions, on)
    if (!act) return
    event.preventDefault()
    act()
  }
  addEventListener('keydown', press)
  return () => removeEventListener('keydown', press)
}

function actionFor(event: KeyboardEvent, actions: KeyActions, on: boolean): (() => void) | undefined {
  const { key, shiftKey } = event
  const letter = key.toLowerCase()
  if (letter === 'p') return actions.present
  if (letter === 'l') return actions.copyLink
  return on ? shownLab()?.actions?.press(key, shiftKey ? 10 : 1) : undefined
}
