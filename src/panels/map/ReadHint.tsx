// How to read the map, on the spot: three small pictures with a sentence each, while the pointer or the focus is on the
// “?”, or after a tap on it. The lesson behind this link says more. Loaded after the map's first picture.

import styles from './ReadHint.module.css'
import { pictureWords } from '../../i18n/areas/picture.ts'
import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../i18n/index.ts'
import plotStyles from '../../plot/Plot.module.css'

const lines = (
  <>
    <ellipse cx="36" cy="24" rx="33" ry="21" />
    <ellipse cx="36" cy="24" rx="24" ry="12" />
    <ellipse cx="36" cy="24" rx="15" ry="6" />
  </>
)

export function ReadHint() {
  const id = useId()
  const mark = useRef<HTMLSpanElement>(null)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const link = mark.current!.closest('figure')!.querySelector(`.${plotStyles.link}`)!
    const show = (): void => setShown(true)
    const hide = (): void => setShown(false)
    const key = (event: Event): void => {
      if ((event as KeyboardEvent).key === 'Escape') hide()
    }
    // A finger does not hover: its first tap explains, its second one opens the lesson, one elsewhere hides this.
    let [explained, isTap] = [false, false]
    const press = (event: Event): void => void (isTap = (event as PointerEvent).pointerType === 'touch')
    const click = (event: Event): void => {
      if (isTap && !explained) event.preventDefault()
      explained = isTap
      if (isTap) show()
    }
    const elsewhere = (event: Event): void => {
      if (link.contains(event.target as Node)) return
      explained = false
      hide()
    }
    const heard = [
      ['pointerdown', press],
      ['click', click],
      ['pointerenter', show],
      ['focus', show],
      ['pointerleave', hide],
      ['blur', hide],
      ['keydown', key],
    ] as const
    for (const [type, listener] of heard) link.addEventListener(type, listener)
    document.addEventListener('pointerdown', elsewhere)
    link.setAttribute('aria-describedby', id)
    return () => {
      document.removeEventListener('pointerdown', elsewhere)
      for (const [type, listener] of heard) link.removeEventListener(type, listener)
      link.removeAttribute('aria-describedby')
    }
  }, [id])
  const { read } = useWords(pictureWords).picture
  const said = [
    [read.lines, null],
    [read.downhill, <path key="arrow" className={styles.ink} d="M22 4 28 18M29 12 28 18 22 16" />],
    [
      read.steps,
      <g key="steps" className={styles.ink}>
        <circle cx="12" cy="12" r="4" />
        <path d="M15 14 22 36 36 15 48 30" />
        <rect x="45" y="27" width="7" height="7" />
      </g>,
    ],
  ] as const
  return (
    <span ref={mark} className={styles.hint} id={id} data-shown={shown || undefined}>
      {said.map(([text, mark]) => (
        <span key={text}>
          <svg viewBox="0 0 72 48" aria-hidden="true">
            {lines}
            {mark}
          </svg>
          {text}
        </span>
      ))}
      <span className={styles.more}>{read.more}</span>
    </span>
  )
}
