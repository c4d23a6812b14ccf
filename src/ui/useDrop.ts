// Handles drops on the page: a file, or text that stands for a file's content. By default the browser would navigate
// away. Text boxes accept text themselves, and a part of the page may handle a drop first.

import { useEffect, useEffectEvent } from 'react'

type Take = (dropped: Blob | undefined) => void

/** Returns undefined for anything else, such as an image from another page. */
export function droppedIn(transfer: DataTransfer): Blob | undefined {
  const [file] = Array.from(transfer.files)
  const text = transfer.getData('text/plain')
  return file ?? (text === '' ? undefined : new Blob([text]))
}

/** The last handler wins: the page's own part before the header, whichever loaded first. */
const takers: Take[] = []

const isTextFor = ({ target, dataTransfer }: DragEvent): boolean =>
  target instanceof Element &&
  target.closest('input, textarea') !== null &&
  dataTransfer?.types.includes('Files') === false

function over(event: DragEvent): void {
  if (!isTextFor(event)) event.preventDefault()
}

function drop(event: DragEvent): void {
  if (event.defaultPrevented || isTextFor(event) || !event.dataTransfer) return
  event.preventDefault()
  takers.at(-1)?.(droppedIn(event.dataTransfer))
}

/**
 * Handles drops anywhere on the page while the component is mounted. The header's handler applies only if no other part
 * has one.
 */
export function useDrop(take: Take, place: 'page' | 'header' = 'page'): void {
  const takeNow = useEffectEvent(take)
  useEffect(() => {
    const taker: Take = (dropped) => takeNow(dropped)
    if ((place === 'page' ? takers.push(taker) : takers.unshift(taker)) === 1) {
      addEventListener('dragover', over)
      addEventListener('drop', drop)
    }
    return () => {
      takers.splice(takers.indexOf(taker), 1)
      if (takers.length > 0) return
      removeEventListener('dragover', over)
      removeEventListener('drop', drop)
    }
  }, [place])
}
