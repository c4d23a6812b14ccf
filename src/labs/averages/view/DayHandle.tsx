// The draggable day at the cursor: shows the effect of one outlier on each average.

import { useRef } from 'react'
import { fill } from '../../../i18n/index.ts'
import { Handle } from '../../../plot/index.ts'
import { lookAtAverages, moveDay, settleAverages, useAverages } from '../document.ts'
import { hoverDay, useReadings } from '../pagePicture.ts'
import { useAverageWords } from './averageWords.ts'

/** `onHold`: whether it is being held, so nothing else follows the pointer. */
export function DayHandle({ onHold }: { readonly onHold: (held: boolean) => void }) {
  const moving = useRef(false)
  /**
   * The grabbed day stays selected wherever the pointer goes. Its value at the start of the drag, edited before or not.
   */
  const grasped = useRef<{ day: number; theta: number; moved: number | undefined }>(undefined)
  const { words, unit, temperature } = useAverageWords()
  const t = useReadings((state) => state.day?.t)
  const theta = useReadings((state) => state.day?.theta)
  const scale = useAverages((state) => state.experiment.unit)
  if (t === undefined || theta === undefined) return null
  /** From the picture's unit to the series' own. */
  const own = (value: number): number =>
    Number((scale === 'fahrenheit' ? (value - 32) / 1.8 : value).toPrecision(6))
  return (
    <Handle
      name={fill(words.outlier.handle, { t })}
      axis="y"
      look="dot"
      color="var(--average-raw-strong)"
      x={t}
      y={theta}
      step={unit ? 0.5 : undefined}
      valueText={temperature(theta)}
      onHold={(held) => {
        const { changes } = useAverages.getState().experiment
        const moved = changes.find(([day]) => day === t)?.[1]
        grasped.current = held ? { day: t, theta, moved } : undefined
        onHold(held)
        if (held) hoverDay(t)
      }}
      onMove={(_, y) => {
        if (!moving.current && y === theta) return
        const from = grasped.current
        const day = from?.day ?? t
        if (!moving.current) lookAtAverages({ day })
        moving.current = true
        onHold(true)
        moveDay(day, from?.theta === y ? from.moved : own(y))
      }}
      onRest={() => {
        moving.current = false
        onHold(false)
        settleAverages()
      }}
    />
  )
}
