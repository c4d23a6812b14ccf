// One-time hints on the map: that its start can be dragged (once per device), and how to zoom (when scrolling over it);
// and rings where a played run arrives. Visual only: for assistive technology the start is a named slider, keys zoom,
// and the picture's summary has every J. Loaded after the map's first picture.

import styles from './MapCues.module.css'
import { useEffect, useRef, useState, type RefObject } from 'react'
import { pictureWords } from '../../i18n/areas/picture.ts'
import { useWords } from '../../i18n/index.ts'
import { runVariable, type PlotHandle } from '../../plot/index.ts'
import { column } from '../../engine/row.ts'
import { stepOf, usePlayback } from '../../state/playback.ts'
import { race, type Trace } from '../../state/traces.ts'
import { useRelief } from '../relief/pose.ts'
import { looksOf } from '../runs.ts'
import { useFrame } from '../useFrame.ts'
import { useExperiment } from '../../state/experiment.ts'
import { arrivalOf } from './arrival.ts'
import { dragCue } from './mapParts.ts'
import { ring } from './rings.ts'
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
    return () => {
      clearTimeout(timer)
      dragCue.at = undefined
    }
  }, [shown])
  useFrame(() => {
    const scales = plot.current?.scales()
    if (!element.current || !scales) return
    const [x, y] = [scales.x(at[0]), scales.y(at[1])]
    const { width, height } = scales
    const behindPlay = width < 768 && x < 96 && y > height - 112
    const inside = x > 0 && y > 0 && x < width && y < height && !behindPlay
    element.current.hidden = !inside
    // Put the words on the side away from the nearer edge, and from the map's buttons.
    const left = x > width / 2 || (y < 50 && x > width - 330)
    element.current.dataset.side = left ? 'left' : 'right'
    dragCue.at = inside ? { x, y, side: left ? -1 : 1 } : undefined
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

interface ArrivalProps {
  readonly plot: RefObject<PlotHandle | null>
  readonly swapped: boolean
  readonly hidden: readonly number[]
  /** The least possible J, once it is known. */
  readonly least: () => number | undefined
}

/** Rings fade around the end of a path when its run, as it plays, arrives. */
export function Arrivals({ plot, swapped, hidden, least }: ArrivalProps) {
  const element = useRef<HTMLSpanElement>(null)
  const known = useRef(new WeakMap<Trace, { least: number; step: number | undefined }>())
  const before = useRef<readonly number[]>([])
  useFrame(() => {
    const scales = plot.current?.scales()
    const seen = before.current
    const now = race.traces.map((_, run) => stepOf(run))
    before.current = now
    if (!element.current || !scales || !usePlayback.getState().playing || seen.length !== now.length) return
    const looks = looksOf(useExperiment.getState().experiment)
    race.traces.forEach((trace, run) => {
      if (!trace?.done || trace.dimension !== 2 || hidden.includes(run) || !(now[run] > seen[run])) return
      const floor = least() ?? 0
      let arrival = known.current.get(trace)
      if (arrival?.least !== floor)
        known.current.set(trace, (arrival = { least: floor, step: arrivalOf(trace, floor) }))
      const { step } = arrival
      if (step === undefined || !(seen[run] < step && step <= now[run])) return
      const { rows, from } = trace.at(now[run])!
      const [w, b] = [rows[from + column.theta], rows[from + column.theta + 1]]
      ring(element.current!, scales.x(swapped ? b : w), scales.y(swapped ? w : b), runVariable(looks[run]))
    })
  })
  return <span ref={element} className={styles.arrivals} aria-hidden="true" />
}
