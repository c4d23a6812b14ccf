// A slider of the document: changes it while dragged, and ends the edit on release. It does not render when other
// sliders move.

import { memo, useLayoutEffect, useRef, useState } from 'react'
import { fill, useWords } from '../../i18n/index.ts'
import { isLocked } from '../../state/locked.ts'
import { settle, useExperiment } from '../../state/experiment.ts'
import { addSkin, beginSweep, endSweep, lacksSkin, sweep } from '../../state/sweep.ts'
import { Slider, type SliderProps } from '../../ui/Slider.tsx'
import type { Allowed } from '../../ui/number.ts'
import '../map/skinLayer.ts'
import { faultOf } from './fault.ts'

type Props = Omit<SliderProps, 'fault' | 'onInput' | 'onCommit'> & {
  readonly allowed: Allowed
  readonly onChange: (value: number) => void
}

/** Returns the symbol at the end of a label, or the label: `α` of `Learning rate α`. */
const symbolIn = (label: string): string => / (\p{L}[₀-₉]?)$/u.exec(label)?.[1] ?? label

const StillSlider = memo(Slider, (before, after) => {
  const keys = Object.keys({ ...before, ...after }) as (keyof SliderProps)[]
  return keys.every((key) => {
    if (key !== 'ticks' && key !== 'allowed' && key !== 'sweepRange')
      return Object.is(before[key], after[key])
    return JSON.stringify(before[key]) === JSON.stringify(after[key])
  })
})

export function Quantity({ onChange, ...props }: Props) {
  const words = useWords()
  const fault = faultOf(words, props.label, { whole: props.whole, ...props.allowed }, props.value)
  const { label } = props
  const latest = useRef({ onChange, fault, label })
  useLayoutEffect(() => void (latest.current = { onChange, fault, label }))
  const [listeners] = useState(() => {
    let told: number | undefined
    return {
      fault: (text: string) => latest.current.fault(text),
      onInput: (value: number) => latest.current.onChange((told = value)),
      onCommit: (value: number) => {
        if (value !== told) latest.current.onChange(value)
        told = undefined
        settle()
      },
      onSweep: (place: number | null) => {
        if (place === null) return endSweep()
        const { experiment, view } = useExperiment.getState()
        if (!sweep.active)
          beginSweep(view.selected, symbolIn(latest.current.label), (value) => {
            latest.current.onChange(value)
            settle()
          })
        if (!lacksSkin(place) || told === undefined) return
        const value = told
        void import('../map/ghostRun.ts').then(({ ghostPath }) => {
          const ghost = lacksSkin(place) ? ghostPath(experiment, view.selected) : undefined
          if (ghost) addSkin({ place, value, ...ghost })
        })
      },
    }
  })
  const { sliders } = words.controls
  const own = (Object.keys(sliders) as (keyof typeof sliders)[]).find((key) => sliders[key] === props.label)
  const disabled = props.disabled === true || isLocked(own)
  const sweepName = fill(words.controls.sweep, { name: props.accessibleName ?? props.label })
  return <StillSlider sweepName={sweepName} {...props} disabled={disabled} {...listeners} />
}
