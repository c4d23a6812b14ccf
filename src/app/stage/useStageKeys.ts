// Handles the stage's keys before everything else, so a clicker's press belongs to the lecture whatever has the focus.

import { useEffect, useEffectEvent } from 'react'
import { actOf, type StageAct } from './stageKeys.ts'

const isTyping = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && !['range', 'checkbox', 'radio', 'button'].includes(element.type))

export function useStageKeys(act: (act: StageAct) => void, counting: () => boolean): void {
  const actNow = useEffectEvent(act)
  const isCounting = useEffectEvent(counting)
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const focused = document.activeElement
      const found = actOf(event, {
        counting: isCounting(),
        typing: isTyping(focused),
        onButton: focused?.matches('button:focus-visible, a:focus-visible, summary:focus-visible') ?? false,
      })
      if (!found) return
      // Leave the browser's own full-screen key alone.
      if (found !== 'escape') event.preventDefault()
      event.stopImmediatePropagation()
      if (event.repeat && found !== 'stepOn' && found !== 'stepBack') return
      actNow(found)
    }
    addEventListener('keydown', press, true)
    return () => removeEventListener('keydown', press, true)
  }, [])
}
