// Playback below the picture. Nothing renders during playback: the bar gets the step in each frame.

import { useLayoutEffect, useRef } from 'react'
import { fill, useWords, type Dictionary } from '../i18n/index.ts'
import { useExperiment } from '../state/experiment.ts'
import { notify } from '../state/notice.ts'
import { restart } from '../state/conductor.ts'
import { cursor, lastStep, pause, play, seek, setSpeed, usePlayback } from '../state/playback.ts'
import { race } from '../state/traces.ts'
import { PlaybackBar, type PlaybackHandle } from '../ui/PlaybackBar.tsx'
import { formatNumber } from '../ui/number.ts'
import { faultOf } from './controls/fault.ts'
import { useFrame } from './useFrame.ts'

export const speeds: readonly number[] = [1, 2, 5, 10, 20, 50, 100, 1000, 10_000, Infinity]

/** The step as in a link, `step=5000`, because programs read the status `Step` too. */
const written = (words: Dictionary, step: number, steps: number, epoch: number): string =>
  fill(words.controls.stepOf, { step: String(step), steps: String(steps), epoch: String(epoch) })

/**
 * "step 34 of 200, epoch 4": the epoch of the run with the most steps per epoch, counted from 0. Empty until there is a
 * row.
 */
function stepText(words: Dictionary, steps: number): string {
  const known = race.traces.flatMap((trace) => trace?.stepsPerEpoch ?? [])
  if (known.length === 0) return ''
  const perEpoch = Math.max(1, ...known)
  const epoch = Math.max(0, Math.floor((cursor.step - 1) / perEpoch))
  return written(words, cursor.step, steps, epoch)
}

export function PlaybackPanel() {
  const words = useWords()
  const steps = useExperiment(() => lastStep())
  const { playing, speed } = usePlayback()
  const bar = useRef<PlaybackHandle>(null)
  const shown = useRef('')
  // Rendering writes the step of that moment, so make the next frame write again.
  useLayoutEffect(() => void (shown.current = ''))
  useFrame(() => {
    const text = stepText(words, steps)
    if (text === shown.current) return
    shown.current = text
    bar.current?.setStep(cursor.step, text)
  }, 'words')
  const { buttons, sliders, status, speeds: speedWords } = words.controls
  return (
    <PlaybackBar
      ref={bar}
      words={{
        ...buttons,
        group: words.controls.playback,
        timeline: sliders.timeline,
        step: status.step,
        speed: sliders.speed,
        perSecond: speedWords.unit,
        fastest: speedWords.fastest,
      }}
      playing={playing}
      step={cursor.step}
      stepText={stepText(words, steps)}
      steps={steps}
      longestText={written(words, steps, steps, Math.max(0, steps - 1))}
      onPlay={play}
      onPause={pause}
      onStep={(by) => seek(cursor.step + by)}
      onSeek={seek}
      onStart={() => seek(0)}
      onEnd={() => seek(steps)}
      onRestart={restart}
      speeds={speeds}
      speed={speed}
      speedText={(one) =>
        one === Infinity
          ? speedWords.fastest
          : one === 1
            ? speedWords.onePerSecond
            : fill(speedWords.perSecond, { count: formatNumber(one) })
      }
      onSpeed={setSpeed}
      speedFault={faultOf(words, sliders.speed, { min: 0, minOpen: true }, speed)}
      onRefuse={notify}
    />
  )
}
