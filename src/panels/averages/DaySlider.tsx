// The slider of the day at the cursor where only the first days count.

import { fill } from '../../i18n/index.ts'
import { lookAtAverages } from '../../state/averages.ts'
import { formatNumber } from '../../ui/number.ts'
import { Slider } from '../../ui/Slider.tsx'
import { useAverageWords } from './averageWords.ts'

/** The day at the cursor, among the first `days`. */
export function DaySlider({ days, t }: { readonly days: number; readonly t: number }) {
  const { words, controls } = useAverageWords()
  const name = controls.sliders.timeline
  return (
    <Slider
      label={words.day}
      accessibleName={name}
      scale="linear"
      whole
      step={1}
      min={1}
      max={days}
      value={t}
      valueText={fill(words.dayOf, { t: formatNumber(t), days: formatNumber(days) })}
      fault={(text) => fill(controls.faults.whole, { name, min: 1, max: days, text, value: t })}
      onInput={(to) => lookAtAverages({ day: to })}
      onCommit={(to) => lookAtAverages({ day: to })}
    />
  )
}
