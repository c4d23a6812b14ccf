// What is dropped on the page: a file, or text, which stands for a file's content. Left to itself the browser would leave
// the page for it. A text box takes text by itself, and a part of the page may take a drop before it comes here.

import { useEffect, useRef } from 'react'

type Take = (dropped: Blob | undefined) => void

/** Undefined for what is neither a file nor text, such as a picture out of another page. */
export function droppedIn(transfer: DataTransfer): Blob | undefined {
  const [file] = Array.from(transfer.files)
  const text = transfer.getData('text/plain')
  return file ?? (text === '' ? undefined : new Blob([text]))
}

/** The last of them takes it: the page's own part before the header, whichever of them was loaded first. */
const takers: { readonly current: Take }[] = []

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
  takers.at(-1)?.current(droppedIn(event.dataTransfer))
}

/** Takes what is dropped anywhere on the page while the component lives; the header's only where no other part does. */
export function useDrop(take: Take, place: 'page' | 'header' = 'page'): void {
  const latest = useRef(take)
  latest.current = take
  useEffect(() => {
    if ((place === 'page' ? takers.push(latest) : takers.unshift(latest)) === 1) {
      addEventListener('dragover', over)
      addEventListener('drop', drop)
    }
    return () => {
      takers.splice(takers.indexOf(latest), 1)
      if (takers.length > 0) return
      removeEventListener('dragover', over)
      removeEventListener('drop', drop)
    }
  }, [place])
}
