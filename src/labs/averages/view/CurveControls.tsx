// The curves: each is a group "Curve 1", "Curve 2" … with its line, its β, and a remove button.

import { memo } from 'react'
import { averagedDays } from '../../../engine/weights.ts'
import { fill } from '../../../i18n/index.ts'
import {
  addCurve,
  lookAtAverages,
  mostCurves,
  removeCurve,
  setBeta,
  settleAverages,
  useAverages,
} from '../document.ts'
import { Button } from '../../../ui/Button.tsx'
import { formatNumber } from '../../../ui/number.ts'
import { isLocked } from '../../../state/locked.ts'
import { RunChip } from '../../../ui/RunChip.tsx'
import { Slider } from '../../../ui/Slider.tsx'
import { useAverageWords } from './averageWords.ts'
import { curveColor, curveDash } from './curveLook.ts'
import styles from './Averages.module.css'

const marks = [0.5, 0.9, 0.98].map((value) => ({ value, label: String(value) }))

export interface CurveControlsProps {
  /** Curves can be added and removed. */
  readonly open?: boolean
}

export function CurveControls({ open = true }: CurveControlsProps) {
  const { words } = useAverageWords()
  const betas = useAverages((state) => state.experiment.betas)
  return (
    <section className={styles.curves}>
      <h2>{words.curves.heading}</h2>
      {betas.map((beta, i) => (
        <CurveControl key={i} curve={i} beta={beta} removable={open && betas.length > 1} />
      ))}
      {open && betas.length < mostCurves && <Button onClick={addCurve}>{words.curves.add}</Button>}
    </section>
  )
}

interface CurveControlProps {
  readonly curve: number
  readonly beta: number
  readonly removable: boolean
}

/** Moving one curve's β renders only this curve. */
const CurveControl = memo(function CurveControl({ curve, beta, removable }: CurveControlProps) {
  const { words, controls } = useAverageWords()
  const selected = useAverages((state) => state.view.selected === curve)
  const name = fill(controls.curve, { number: curve + 1 })
  const meaning =
    beta === 0
      ? fill(controls.means.noAverage, { value: beta })
      : fill(controls.means.days, { value: beta, count: formatNumber(averagedDays(beta), 3) })
  return (
    <div role="group" aria-label={name} className={styles.curveControl} data-selected={selected || undefined}>
      <RunChip
        name={name}
        color={curveColor(curve)}
        dash={curveDash(curve)}
        selected={selected}
        onSelect={() => lookAtAverages({ selected: curve })}
      >
        {removable && (
          <Button
            icon="close"
            kind="transport"
            name={fill(words.curves.remove, { number: curve + 1 })}
            onClick={() => removeCurve(curve)}
          />
        )}
      </RunChip>
      <Slider
        label={controls.sliders.averagingBeta}
        disabled={isLocked('averagingBeta')}
        scale="logOneMinus"
        min={0}
        max={0.999}
        value={beta}
        ticks={marks}
        allowed={{ min: 0, max: 1, maxOpen: true }}
        color={curveColor(curve)}
        valueText={meaning}
        fault={(text) =>
          fill(controls.faults.below, {
            name: controls.sliders.averagingBeta,
            min: 0,
            max: 1,
            text,
            value: beta,
          })
        }
        onInput={(value) => setBeta(curve, value)}
        onCommit={(value) => {
          setBeta(curve, value)
          settleAverages()
        }}
        note={meaning}
      />
    </div>
  )
})
