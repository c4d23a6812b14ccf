// Words that must all be visible: their type shrinks in small steps until nothing is cut, but never below what the back
// row can read.

import { useLayoutEffect, useRef, type RefObject } from 'react'
import holdCardStyles from '../../course/HoldCard.module.css'
import styles from './Cards.module.css'

const least = 0.62
const step = 0.04

/**
 * Whether a part's words are larger than the part. The mark of the right card lies across its edge, so the width of that
 * card and of what holds it says nothing.
 */
const isCut = (node: HTMLElement): boolean =>
  node.scrollHeight > node.clientHeight + 1 ||
  (!node.querySelector(`.${styles.right}`) && node.scrollWidth > node.clientWidth + 1)

/** Sets `--fit` on the element whenever its size or its text (`said`) changes. */
export function useFit<Node extends HTMLElement>(said: string): RefObject<Node | null> {
  const ref = useRef<Node>(null)
  useLayoutEffect(() => {
    const node = ref.current
    if (!node) return
    const fit = (): void => {
      for (let size = 1; size >= least; size -= step) {
        node.style.setProperty('--fit', size.toFixed(2))
        if (
          ![
            node,
            ...node.querySelectorAll<HTMLElement>(
              `.${holdCardStyles.card}, .${holdCardStyles.card} > button, .${styles.words}`,
            ),
          ].some(isCut)
        )
          return
      }
    }
    fit()
    // The layout may still change with this frame's other parts.
    const frame = requestAnimationFrame(fit)
    addEventListener('resize', fit)
    document.fonts.addEventListener('loadingdone', fit)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('resize', fit)
      document.fonts.removeEventListener('loadingdone', fit)
    }
  }, [said])
  return ref
}
