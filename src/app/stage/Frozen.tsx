// A frozen projector: a copy of the scene covers it, with a small pause sign, while the teacher tries things
// underneath. When released, the copy fades to the current scene.

import { useLayoutEffect, useRef, useState } from 'react'
import { stageWords } from '../../i18n/areas/stage.ts'
import { useWords } from '../../i18n/index.ts'
import { useStage } from './stageState.ts'
import styles from './Stage.module.css'

const blend = 300

/** Copies the stage's nodes including the contents of their canvases. */
function copyOf(stage: HTMLElement): HTMLElement {
  const copy = stage.cloneNode(true) as HTMLElement
  const canvases = stage.querySelectorAll('canvas')
  copy.querySelectorAll('canvas').forEach((canvas, i) => {
    canvas.width = canvases[i].width
    canvas.height = canvases[i].height
    if (canvas.width > 0 && canvas.height > 0) canvas.getContext('2d')!.drawImage(canvases[i], 0, 0)
  })
  copy
    .querySelectorAll(`.${styles.tools}, .${styles.frozen}, .${styles.overlay}`)
    .forEach((node) => node.remove())
  for (const node of [copy, ...copy.querySelectorAll('[id]')]) node.removeAttribute('id')
  copy.className = styles.copy
  copy.inert = true
  return copy
}

export function Frozen({ stage }: { readonly stage: React.RefObject<HTMLElement | null> }) {
  const words = useWords(stageWords)
  const frozen = useStage((state) => state.frozen)
  const [shown, setShown] = useState(false)
  const holder = useRef<HTMLDivElement>(null)
  if (frozen && !shown) setShown(true)
  useLayoutEffect(() => {
    if (!frozen || !stage.current || !holder.current) return
    holder.current.replaceChildren(copyOf(stage.current))
  }, [frozen, stage])
  useLayoutEffect(() => {
    if (frozen || !shown) return
    const timer = setTimeout(() => setShown(false), blend)
    return () => clearTimeout(timer)
  }, [frozen, shown])
  if (!shown) return null
  return (
    <div className={styles.frozen} data-over={!frozen || undefined}>
      <div ref={holder} aria-hidden="true" />
      <svg className={styles.pause} viewBox="0 0 16 16" role="img" aria-label={words.stage.wall.frozen}>
        <path d="M4 3h3v10H4zM9 3h3v10H9z" />
      </svg>
    </div>
  )
}
