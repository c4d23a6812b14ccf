// On a first visit the runs race once: each one's marker travels its path to the end. Step, paths and Play stay as they
// are. Visual only. It is gone with the first press or key, and absent with reduced motion.

import { useEffect, useRef, useState, type RefObject } from 'react'
import { column } from '../../engine/row.ts'
import { store, stored } from '../../document/stored.ts'
import { runMarker, runVariable, type PlotHandle } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { cursor, lastStep, stepOf, usePlayback } from '../../state/playback.ts'
import { finished, race } from '../../state/traces.ts'
import { isMotionReduced } from '../../styles/motion.ts'
import { RunMarker } from '../../ui/RunChip.tsx'
import { useRelief } from '../relief/pose.ts'
import { useLooks } from '../runs.ts'
import { useFrame } from '../useFrame.ts'
import { ring } from './rings.ts'
import { raceTime, wayOf } from './raceWay.ts'
import plotStyles from '../../plot/Plot.module.css'
import styles from './MapCues.module.css'

const storageKey = 'ravine.raced'
/** Milliseconds in which the map stands before it begins. */
const before = 400
/** Milliseconds between a marker and those of its tail. */
const tail = [0, 45, 90, 135]
/** What ends it. */
const presses = ['pointerdown', 'keydown', 'wheel', 'resize'] as const

interface Props {
  readonly plot: RefObject<PlotHandle | null>
  readonly swapped: boolean
  readonly hidden: readonly number[]
}

export function FirstRace({ plot, swapped, hidden }: Props) {
  const [stage, setStage] = useState<'waiting' | 'racing' | 'over'>(() =>
    isMotionReduced() || stored('localStorage', storageKey) !== null ? 'over' : 'waiting',
  )
  const looks = useLooks()
  const over = useRef<HTMLSpanElement>(null)
  useFrame(() => {
    if (stage !== 'waiting' || !finished() || !plot.current?.scales()) return
    const atRest = cursor.step === lastStep() && !usePlayback.getState().playing
    setStage(atRest && useRelief.getState().tilt === 0 ? 'racing' : 'over')
  })
  useEffect(() => {
    if (stage !== 'racing') return
    const end = (): void => setStage('over')
    for (const press of presses) addEventListener(press, end, { passive: true })
    const unsubscribe = useExperiment.subscribe(
      ({ experiment }, old) => experiment !== old.experiment && end(),
    )
    const scales = plot.current?.scales()
    const frame = over.current?.closest(`.${plotStyles.frame}`)
    frame?.setAttribute('data-racing', '')
    const races = [...(over.current?.children ?? [])].flatMap((marker): Promise<unknown>[] => {
      const { run, behind } = JSON.parse((marker as HTMLElement).dataset.racer!) as {
        run: number
        behind: number
      }
      const trace = race.traces[run]
      if (!scales || !trace || trace.dimension !== 2) return []
      const way = wayOf(trace, trace.rowAt(stepOf(run)), column.theta, ([w, b]) =>
        swapped ? [scales.x(b), scales.y(w)] : [scales.x(w), scales.y(b)],
      )
      const travel = marker.animate(
        way.map(([x, y]) => ({ translate: `${x}px ${y}px` })),
        { duration: raceTime(way.length), delay: before + tail[behind], fill: 'both' },
      )
      if (behind > 0) return [travel.finished]
      const [x, y] = way.at(-1)!
      const color = runVariable(looks[run])
      return [travel.finished.then(() => over.current && ring(over.current, x, y, color))]
    })
    Promise.all(races).then(
      () => setTimeout(end, before),
      () => {},
    )
    return () => {
      for (const press of presses) removeEventListener(press, end)
      unsubscribe()
      frame?.removeAttribute('data-racing')
      store('localStorage', storageKey, 'yes')
    }
  }, [stage, plot, swapped, looks])
  if (stage !== 'racing') return null
  return (
    <span ref={over} className={styles.arrivals} aria-hidden="true">
      {looks.map(
        (look, run) =>
          !hidden.includes(run) &&
          tail.toReversed().map((_, last, { length }) => {
            const behind = length - 1 - last
            return (
              <i
                key={`${run} ${behind}`}
                data-racer={JSON.stringify({ run, behind })}
                className={styles.racer}
                style={{ color: runVariable(look), scale: 1 - 0.2 * behind, opacity: 1 - 0.22 * behind }}
              >
                <RunMarker marker={runMarker(look)} />
              </i>
            )
          }),
      )}
    </span>
  )
}
