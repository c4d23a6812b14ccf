// The playback bar below the picture: buttons, the timeline whose value is the step, the step in words, the speed.
// During playback the step is set through the handle, so nothing renders.

import { useImperativeHandle, useLayoutEffect, useRef } from 'react'
import type { MouseEvent, Ref } from 'react'
import { Button } from './Button.tsx'
import { NumberBox } from './NumberBox.tsx'
import { writeText } from './writeText.ts'
import styles from './PlaybackBar.module.css'

export interface PlaybackWords {
  readonly group: string
  readonly play: string
  readonly pause: string
  readonly stepBack: string
  readonly stepForward: string
  readonly toTheStart: string
  readonly toTheEnd: string
  readonly restart: string
  readonly timeline: string
  readonly step: string
  readonly speed: string
  /** `steps/s`, and the text shown for an unlimited speed. */
  readonly perSecond: string
  readonly fastest: string
}

export interface PlaybackHandle {
  /** Sets the cursor's step and its words (`step 34 of 200, epoch 4`) without rendering. */
  setStep(step: number, text: string): void
}

export interface PlaybackBarProps {
  readonly words: PlaybackWords
  readonly playing: boolean
  /** The cursor's step, its words, and the last step. */
  readonly step: number
  readonly stepText: string
  readonly steps: number
  /** The longest possible words for a step, which reserve the space. */
  readonly longestText: string
  readonly onPlay: () => void
  readonly onPause: () => void
  /** By how many steps: ±1, or ±10 with Shift. */
  readonly onStep: (by: number) => void
  readonly onSeek: (step: number) => void
  readonly onStart: () => void
  readonly onEnd: () => void
  readonly onRestart: () => void
  /** Speeds to choose from in steps per second, ascending. Infinity means as fast as possible. */
  readonly speeds: readonly number[]
  readonly speed: number
  readonly speedText: (speed: number) => string
  readonly onSpeed: (speed: number) => void
  /** The sentence for an invalid typed speed, and the callback that shows it. */
  readonly speedFault: (text: string) => string
  readonly onRefuse: (sentence: string) => void
  readonly disabled?: boolean
  readonly ref?: Ref<PlaybackHandle>
}

export function PlaybackBar(props: PlaybackBarProps) {
  const { words, playing, step, stepText, steps, speeds, speed, disabled, ref } = props
  const timeline = useRef<HTMLInputElement>(null)
  const status = useRef<HTMLOutputElement>(null)

  const setStep = (to: number, text: string) => {
    const input = timeline.current
    if (!input || !status.current) return
    input.value = String(to)
    input.ariaValueText = text
    const last = Number(input.max)
    input.style.setProperty('--at', String(last === 0 ? 0 : to / last))
    writeText(status.current, text)
  }
  useImperativeHandle(ref, () => ({ setStep }), [])
  useLayoutEffect(() => setStep(step, stepText), [step, stepText, steps])

  const found = speeds.findIndex((one) => one >= speed)
  const at = found < 0 ? speeds.length - 1 : found
  // A typed speed above the largest number means as fast as possible.
  const largest = Math.max(...speeds.filter(Number.isFinite))
  const seek = (to: number) => props.onSeek(Math.min(steps, Math.max(0, to)))
  const transport = (
    icon: 'toTheStart' | 'stepBack' | 'stepForward' | 'toTheEnd' | 'restart',
    onClick: (event: MouseEvent) => void,
  ) => <Button kind="transport" icon={icon} name={words[icon]} disabled={disabled} onClick={onClick} />
  return (
    <fieldset className={styles.playback} aria-label={words.group}>
      <div className={styles.buttons}>
        <Button
          kind="primary"
          icon={playing ? 'pause' : 'play'}
          disabled={disabled}
          onClick={playing ? props.onPause : props.onPlay}
          className={styles.play}
        >
          {playing ? words.pause : words.play}
        </Button>
        {transport('toTheStart', props.onStart)}
        {transport('stepBack', (event) => props.onStep(event.shiftKey ? -10 : -1))}
        {transport('stepForward', (event) => props.onStep(event.shiftKey ? 10 : 1))}
        {transport('toTheEnd', props.onEnd)}
        {transport('restart', props.onRestart)}
      </div>
      <div className={styles.time}>
        <input
          ref={timeline}
          className={styles.timeline}
          type="range"
          aria-label={words.timeline}
          min={0}
          max={steps}
          step={1}
          defaultValue={step}
          disabled={disabled}
          onInput={(event) => seek(Number(event.currentTarget.value))}
          onKeyDown={(event) => {
            if (event.ctrlKey || event.altKey || event.metaKey) return
            const here = Number(event.currentTarget.value)
            const ten = Math.max(10, Math.round(steps / 20))
            const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
            if (by !== undefined) seek(here + by * (event.shiftKey ? 10 : 1))
            else if (event.key === 'PageUp') seek(here + ten)
            else if (event.key === 'PageDown') seek(here - ten)
            else return
            event.preventDefault()
          }}
        />
      </div>
      <div className={styles.step} data-longest={props.longestText}>
        <output ref={status} aria-label={words.step} aria-live={playing ? 'off' : 'polite'} />
      </div>
      <div className={styles.speed}>
        <span aria-hidden="true">{words.speed}</span>
        <input
          className={styles.timeline}
          type="range"
          aria-label={words.speed}
          aria-valuetext={props.speedText(speed)}
          min={0}
          max={speeds.length - 1}
          step={1}
          value={at}
          style={{ '--at': speeds.length > 1 ? at / (speeds.length - 1) : 0 }}
          onChange={(event) => props.onSpeed(speeds[Number(event.currentTarget.value)])}
        />
        <NumberBox
          name={words.speed}
          value={speed}
          allowed={{ min: 0, minOpen: true }}
          format={(one) => (one === Infinity ? words.fastest : String(one))}
          fault={props.speedFault}
          onCommit={(one) => props.onSpeed(one > largest ? Infinity : one)}
          onReject={(_, sentence) => props.onRefuse(sentence)}
          onAccept={() => {}}
        />
        <span className={styles.speedUnit} data-unneeded={speed === Infinity || undefined} aria-hidden="true">
          {words.perSecond}
        </span>
      </div>
    </fieldset>
  )
}
