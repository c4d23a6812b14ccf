// A slider with a text box for its number. The native range has the true value, so assistive technology and scripts
// read and set it directly. The scale only decides where the thumb is, and what a drag or an arrow key gives.

import { useId, useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { MathText } from './MathText.tsx'
import { FieldNotes } from './FieldNotes.tsx'
import { NumberBox } from './NumberBox.tsx'
import { formatNumber } from './number.ts'
import type { Allowed } from './number.ts'
import { sliderScale } from './scale.ts'
import type { Range } from './scale.ts'
import { useSweep } from './useSweep.ts'
import styles from './Slider.module.css'

export interface Tick {
  readonly value: number
  /** Shown below the track and read with the slider's description: `2/λmax = 0.02`. */
  readonly label: string
}

export interface SliderProps extends Range {
  /** Accessible name of the slider and of its text box. Greek letters in it are set as mathematics. */
  readonly label: string
  readonly accessibleName?: string
  readonly value: number
  readonly ticks?: readonly Tick[]
  /** The value's meaning: `0.9, averages about 10 days`. */
  readonly valueText?: string
  /** What the box shows while nobody types. Default: every digit. */
  readonly format?: (n: number) => string
  /** What may be typed beyond the slider's range. Default: the range. */
  readonly allowed?: Allowed
  /** The sentence for a rejected text. It names the field. */
  readonly fault: (text: string) => string
  /** Called while dragging and at every arrow key press. */
  readonly onInput?: (value: number) => void
  /** Called at rest: the drag or key ended, or a number was typed. Always the last call of a change. */
  readonly onCommit: (value: number) => void
  readonly onReject?: (text: string, sentence: string) => void
  /** A CSS color. Default: ink. */
  readonly color?: string
  readonly disabled?: boolean
  /** The name of the button that sweeps through the range. Absent: no button. */
  readonly sweepName?: string
  /** The values between which a sweep travels. Default: the slider's ends. */
  readonly sweepRange?: readonly [from: number, to: number]
  /** Called with the position of a sweep, 0 … 1, and with null when it has ended. */
  readonly onSweep?: (place: number | null) => void
  /** Replaces the sweep button by another one: Play, or Pause while it plays. */
  readonly play?: { readonly name: string; readonly on: boolean; readonly toggle: () => void }
  readonly note?: ReactNode
  readonly unit?: string
}

export function Slider(props: SliderProps) {
  const { label, value, min, max, ticks = [], onInput, onCommit, disabled, play } = props
  const name = props.accessibleName ?? label
  const scale = sliderScale(props)
  const id = useId()
  const track = useRef<HTMLDivElement>(null)
  const pointer = useRef<number | null>(null)
  // The value being dragged, or null at rest, when the value from outside is shown. Also in a ref, because a drag may
  // end before its last move is rendered.
  const [held, setHeld] = useState<number | null>(null)
  const latest = useRef<number | null>(null)
  /** Where the drag began. Escape returns there. */
  const from = useRef(value)
  /** The positions between which the current sweep travels. */
  const ends = useRef<readonly [number, number]>([0, 1])
  const [refusal, setRefusal] = useState<string | null>(null)
  const shown = held ?? value
  const position = scale.position(shown)

  const move = (to: number) => {
    if (to === (latest.current ?? value)) return
    latest.current = to
    setHeld(to)
    setRefusal(null)
    onInput?.(to)
  }
  const rest = () => {
    const to = latest.current
    if (to === null) return
    latest.current = null
    setHeld(null)
    onCommit(to)
  }
  const follow = (event: PointerEvent<HTMLInputElement>) => {
    const { left, width } = track.current!.getBoundingClientRect()
    move(scale.value((event.clientX - left) / width))
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Escape' && pointer.current !== null) {
      event.preventDefault()
      if (latest.current !== null) move(from.current)
      event.currentTarget.releasePointerCapture(pointer.current)
      return
    }
    const to = keyTarget(event.key, event.shiftKey, shown, scale.next, props)
    if (to === null) return
    event.preventDefault()
    move(to)
  }

  const [sweeping, toggleSweep] = useSweep({
    go(place) {
      if (latest.current === null) {
        from.current = value
        const { sweepRange } = props
        ends.current = sweepRange ? [scale.position(sweepRange[0]), scale.position(sweepRange[1])] : [0, 1]
      }
      const [low, high] = ends.current
      move(scale.value(low + place * (high - low)))
      props.onSweep?.(place)
    },
    back: () => latest.current !== null && move(from.current),
    rest() {
      rest()
      props.onSweep?.(null)
    },
  })

  return (
    <div
      className={styles.slider}
      data-disabled={disabled || undefined}
      data-sweep={play || props.sweepName ? '' : undefined}
      style={{ '--at': position, ...(props.color && { '--color': props.color }) }}
    >
      <div className={styles.head}>
        <label htmlFor={`${id}box`}>
          <MathText text={label} />
        </label>
        <span className={styles.number}>
          <NumberBox
            id={`${id}box`}
            name={name}
            value={shown}
            allowed={{ whole: props.whole, ...(props.allowed ?? { min: props.zero ? 0 : min, max }) }}
            fault={props.fault}
            format={props.format}
            disabled={disabled}
            describedBy={refusal ? `${id}refusal` : undefined}
            onAccept={() => setRefusal(null)}
            onCommit={onCommit}
            onReject={(text, sentence) => {
              setRefusal(sentence)
              props.onReject?.(text, sentence)
            }}
          />
          {props.unit && <span className={styles.unit}>{props.unit}</span>}
        </span>
      </div>
      {(play ?? props.sweepName) && (
        <button
          type="button"
          className={styles.sweep}
          aria-label={play?.name ?? props.sweepName}
          title={play?.name ?? props.sweepName}
          aria-pressed={play ? undefined : sweeping}
          disabled={disabled}
          onClick={play?.toggle ?? toggleSweep}
        >
          <Icon name={(play?.on ?? sweeping) ? 'pause' : 'play'} />
        </button>
      )}
      <div className={styles.field}>
        <input
          type="range"
          aria-label={name}
          aria-valuetext={props.valueText ?? formatNumber(shown) + (props.unit ?? '')}
          aria-describedby={ticks.length ? `${id}ticks` : undefined}
          min={Math.min(min, props.zero ? 0 : min, shown)}
          max={Math.max(max, shown)}
          step="any"
          value={shown}
          disabled={disabled}
          onChange={(event) => {
            // Assistive technology and scripts set the value directly. Pointer drags are handled below.
            if (pointer.current !== null) return
            const to = Number(event.currentTarget.value)
            setRefusal(null)
            onInput?.(to)
            onCommit(to)
          }}
          onMouseDown={(event) => event.preventDefault()}
          onPointerDown={(event) => {
            if (event.button !== 0 || disabled) return
            if (sweeping) toggleSweep()
            pointer.current = event.pointerId
            from.current = value
            event.currentTarget.setPointerCapture(event.pointerId)
            event.currentTarget.focus({ preventScroll: true })
            follow(event)
          }}
          onPointerMove={(event) => event.pointerId === pointer.current && follow(event)}
          // The browser took the touch to scroll the page, so restore the value.
          onPointerCancel={() => latest.current !== null && move(from.current)}
          onLostPointerCapture={() => {
            pointer.current = null
            rest()
          }}
          onKeyDown={press}
          onKeyUp={() => pointer.current === null && rest()}
          onBlur={rest}
        />
        <div className={styles.track} ref={track} aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick.label} className={styles.tick} style={{ '--tick': scale.position(tick.value) }} />
          ))}
          <span className={styles.thumb} />
        </div>
        {ticks.length > 0 && (
          <div className={styles.ticks} id={`${id}ticks`}>
            {ticks.map((tick) => (
              <span key={tick.label} style={{ '--tick': scale.position(tick.value) }} title={tick.label}>
                <MathText text={tick.label} />
              </span>
            ))}
          </div>
        )}
      </div>
      <FieldNotes id={id} note={props.note} refusal={refusal} />
    </div>
  )
}

function keyTarget(
  key: string,
  far: boolean,
  value: number,
  next: (value: number, direction: 1 | -1, far: boolean) => number,
  range: Range,
): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return next(value, 1, far)
    case 'ArrowLeft':
    case 'ArrowDown':
      return next(value, -1, far)
    case 'PageUp':
      return next(value, 1, true)
    case 'PageDown':
      return next(value, -1, true)
    case 'Home':
      return range.zero ? 0 : range.min
    case 'End':
      return range.max
    default:
      return null
  }
}
