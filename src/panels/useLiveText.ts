// Text that follows the frame: it is written into its element and renders nothing.

import { useRef, type RefObject } from 'react'
import { writeText } from '../ui/writeText.ts'
import { useFrame } from './useFrame.ts'

/** Returns a ref of the element. undefined leaves the text as it is. */
export function useLiveText<Node extends Element>(text: () => string | undefined): RefObject<Node | null> {
  const node = useRef<Node>(null)
  useFrame(() => {
    const now = node.current ? text() : undefined
    if (now !== undefined) writeText(node.current!, now)
  }, 'words')
  return node
}

/** Returns a ref of a list whose items have the texts. `placeOf` finds an item's element of the text. */
export function useLiveTexts<List extends Element>(
  texts: () => readonly string[],
  placeOf: (item: Element) => Element | null = (item) => item,
): RefObject<List | null> {
  const list = useRef<List>(null)
  useFrame(() => {
    const items = list.current?.children
    if (!items || items.length === 0) return
    for (const [i, text] of texts().entries()) {
      const place = items[i] && placeOf(items[i])
      if (place) writeText(place, text)
    }
  }, 'words')
  return list
}
