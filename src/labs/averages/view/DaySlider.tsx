// The slider of the day at the cursor, and Play: the bracket moves through the days, the weights slide, the line grows.

import { useEffect, useState } from 'react'
import { fill } from '../../../i18n/index.ts'
import { lookAtAverages, useAverages } from '../document.ts'
import { formatNumber } from '../../../ui/number.ts'
import { Slider } from '../../../ui/Slider.tsx'
import { useAverageWords } from './averageWords.ts'
import { dayAfter } from './dayAfter.ts'

/** The day at the cursor, among the first `days`. */
export function DaySlider({ days, t }: { readonly days: number; readonly t: number }) {
  const { words, controls } = useAverageWords()
  const [playing, setPlaying] = useState(false)
  useEffect(() => {
    if (!playing) return
    let frame = 0
    let before: number | undefined
    // Days are integers, so carry a frame's remaining fraction over to the next.
    let place = useAverages.getState().view.day
    const walk = (now: number): void => {
      place = dayAfter(place, before === undefined ? 0 : now - before, days)
      before = now
      lookAtAverages({ day: Math.floor(place) })
      if (place < days) frame = requestAnimationFrame(walk)
      else setPlaying(false)
    }
    frame = requestAnimationFrame(walk)
    return () => cancelAnimationFrame(frame)
  }, [playing, days])
  const name = controls.sliders.timeline
  const move = (to: number): void => {
    setPlaying(false)
    lookAtAverages({ day: to })
  }
  return (
    <Slider
      play={{
        name: playing ? controls.buttons.pause : controls.buttons.play,
        on: playing,
        toggle() {
          if (!playing && t >= days) lookAtAverages({ day: 1 })
          setPlaying(!playing)
        },
      }}
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
      onInput={move}
      onCommit={move}
    />
  )
}
