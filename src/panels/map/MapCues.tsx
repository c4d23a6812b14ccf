// One-time hints on the map: that its start can be dragged (once per device), and how to zoom (when scrolling over it).
// Visual only: for assistive technology the start is a named slider, and keys zoom. Loaded after the map's first
// picture.

import styles from './MapCues.module.css'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { pictureWords } from '../../i18n/areas/picture.ts'
import { useWords } from '../../i18n/index.ts'
import type { PlotHandle } from '../../plot/index.ts'
import { useRelief } from '../relief/pose.ts'
import { useFrame } from '../useFrame.ts'
import plotStyles from '../../plot/Plot.module.css'
import labStyles from '../../ui/Lab.module.css'
import playbackBarStyles from '../../ui/PlaybackBar.module.css'
import { store, stored } from '../../document/stored.ts'

const storageKey = 'ravine.dragged'
/** How long each is shown, in milliseconds. */
const cueTime = 8000
const hintTime = 1600

/** Without storage the hint is not shown. */
const wasSaid = (): boolean => stored('localStorage', storageKey) !== null
const remember = (): void => void store('localStorage', storageKey, 'yes')

interface DragCueProps {
  readonly plot: RefObject<PlotHandle | null>
  /** Where the start is, in the picture's own axes. */
  readonly at: readonly [x: number, y: number]
}

/** “drag me” next to the start, until it is dragged or some seconds have passed. */
export function DragCue({ plot, at }: DragCueProps) {
  const words = useWords(pictureWords)
  const [first] = useState(at)
  const [said, setSaid] = useState(wasSaid)
  const flat = useRelief(({ tilt }) => tilt === 0)
  const element = useRef<HTMLSpanElement>(null)
  const moved = at[0] !== first[0] || at[1] !== first[1]
  const shown = !said && flat && !moved
  if (moved && !said) setSaid(true)
  useEffect(() => {
    if (said) remember()
  }, [said])
  // Whoever is here for the first time finds Play, too: a route opens at its last step, and never plays unasked.
  useEffect(() => {
    const play = shown
      ? element.current!.closest(`.${labStyles.lab}`)?.querySelector(`.${playbackBarStyles.play}`)
      : null
    play?.setAttribute('data-offered', '')
    return () => play?.removeAttribute('data-offered')
  }, [shown])
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(() => setSaid(true), cueTime)
    return () => clearTimeout(timer)
  }, [shown])
  useFrame(() => {
    const scales = plot.current?.scales()
    if (!element.current || !scales) return
    const [x, y] = [scales.x(at[0]), scales.y(at[1])]
    const inside = x > 0 && y > 0 && x < scales.width && y < scales.height
    element.current.hidden = !inside
    // Put the words on the side away from the nearer edge.
    element.current.dataset.side = x > scales.width / 2 ? 'left' : 'right'
    if (inside) element.current.style.translate = `${x}px ${y}px`
  })
  return shown ? (
    <span ref={element} className={styles.dragCue} aria-hidden="true" hidden>
      <span>{words.picture.dragMe}</span>
    </span>
  ) : null
}

/** “Ctrl + wheel to zoom”, when scrolling over the map does not zoom. */
export function WheelHint() {
  const words = useWords(pictureWords)
  const element = useRef<HTMLSpanElement>(null)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const frame = element.current!.closest(`.${plotStyles.frame}`)!
    let timer: ReturnType<typeof setTimeout> | undefined
    // The plot handles the event first and prevents it if it zooms.
    const say = (event: Event): void => {
      clearTimeout(timer)
      setShown(!event.defaultPrevented)
      timer = setTimeout(() => setShown(false), hintTime)
    }
    frame.addEventListener('wheel', say, { passive: true })
    return () => {
      clearTimeout(timer)
      frame.removeEventListener('wheel', say)
    }
  }, [])
  return (
    <span ref={element} className={styles.wheelHint} aria-hidden="true" hidden={!shown}>
      {/Mac|iPhone|iPad/.test(navigator.platform) ? words.picture.wheelMac : words.picture.wheel}
    </span>
  )
}
