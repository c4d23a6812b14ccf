// The live loop over X^{t}: the current line is highlighted, and computed lines show their numbers: the shapes of Z and
// A, J^{t}, the lengths of dW, a weight before and after. Written imperatively in the frame, so playback renders
// nothing.

import { useMemo, useRef, useState } from 'react'
import { optimizerOf } from '../../engine/optimizers/index.ts'
import type { NetworkSpec } from '../../engine/experiment.ts'
import { architectureOf } from '../../engine/objectives/network/architecture.ts'
import { column } from '../../engine/row.ts'
import { networkWords } from '../../i18n/areas/network.ts'
import { fill, useLanguage, useWords } from '../../i18n/index.ts'
import { shapeOf } from '../../state/axis.ts'
import { weightsAt } from '../../state/networkWeights.ts'
import { useExperiment } from '../../state/experiment.ts'
import { requestDraw } from '../../state/frame.ts'
import { cursor, lastStep, seek, stepOf } from '../../state/playback.ts'
import { race, type Trace } from '../../state/traces.ts'
import { Button } from '../../ui/Button.tsx'
import { formatNumber } from '../../ui/number.ts'
import { writeText } from '../../ui/writeText.ts'
import { placeOf } from '../batches/cut.ts'
import { Line } from '../lesson/LessonText.tsx'
import { useLooks, runNames } from '../runs.ts'
import { useFrame } from '../useFrame.ts'
import { gradientLengths, lengthsText, loopLines, type LoopNumbers } from './loop.ts'
import { runVariable } from '../../plot/index.ts'
import textStyles from '../../styles/Text.module.css'
import ruleStyles from '../../ui/Rule.module.css'

export function LoopPanel() {
  const looks = useLooks()
  const words = useWords(networkWords)
  const language = useLanguage()
  const own = words.network.loop
  const { experiment, view } = useExperiment()
  const { selected } = view
  const spec = experiment.objective as NetworkSpec
  const shape = shapeOf(selected)
  const architecture = useMemo(() => architectureOf(spec), [spec])
  const lines = useMemo(() => loopLines(spec, shape.batchSize), [spec, shape.batchSize])
  /** The highlighted line, or undefined when the whole step is done. */
  const [line, setLine] = useState<number>()
  const [begun, setBegun] = useState(false)
  const walked = useRef(-1)
  const values = useRef<(HTMLElement | null)[]>([])
  const asked = useRef<{ trace?: Trace; step: number }>({ step: -1 })
  const numbers = useRef<LoopNumbers>(undefined)
  const plain = optimizerOf(experiment.runs[selected]).traits.linear === 'plain'

  const valueOf = (index: number): string => {
    const now = numbers.current
    const { kind, shape: made } = lines[index]
    if (kind === 'head') return fill(own.at, { t: now?.k ?? 0 })
    if (!now || (line !== undefined && index > line)) return ''
    if (kind === 'cost') return formatNumber(now.cost, 4)
    if (kind === 'backward')
      return plain ? fill(own.lengths, { lengths: lengthsText(gradientLengths(architecture, now)) }) : ''
    if (kind === 'update')
      return fill(own.first, { before: formatNumber(now.before[0], 4), after: formatNumber(now.after[0], 4) })
    return made ?? ''
  }
  useFrame(() => {
    const trace = race.traces[selected]
    const step = stepOf(selected)
    if (line !== undefined && cursor.step !== walked.current) setLine(undefined)
    if (step > 0 !== begun) setBegun(step > 0)
    if (step < 1) numbers.current = undefined
    else if (
      trace &&
      trace.lastStep >= step &&
      (asked.current.trace !== trace || asked.current.step !== step)
    ) {
      asked.current = { trace, step }
      const row = trace.at(step)
      const read = (place: number): number => (row ? row.rows[row.from + place] : NaN)
      const known = {
        t: step,
        k: placeOf(shape, step).k,
        cost: read(column.batchCost),
        alpha: read(column.alpha),
      }
      void Promise.all([weightsAt(selected, step - 1), weightsAt(selected, step)]).then(([before, after]) => {
        if (!before || !after || asked.current.trace !== trace || asked.current.step !== step) return
        numbers.current = { ...known, before, after }
        requestDraw()
      })
    }
    values.current.forEach((value, index) => {
      const text = lines[index] ? valueOf(index) : ''
      if (value) writeText(value, text)
    })
  })
  const nextLine = (): void => {
    if (line !== undefined && line < lines.length - 1) return setLine(line + 1)
    if (cursor.step >= lastStep()) return
    walked.current = cursor.step + 1
    seek(cursor.step + 1)
    setLine(0)
  }
  return (
    <section className={ruleStyles.rule} aria-label={own.name}>
      <h2>
        <span className={ruleStyles.run} style={{ background: runVariable(looks[selected]) }} />
        {runNames(experiment, language)[selected]}
      </h2>
      <ol className={`${ruleStyles.code} ${ruleStyles.loop}`}>
        {lines.map(({ kind, text }, index) => (
          <li
            key={index}
            className={kind === 'head' ? undefined : ruleStyles.inLoop}
            data-current={line === index || undefined}
            aria-current={line === index ? 'step' : undefined}
          >
            <span>
              <Line
                text={
                  text ?? (kind === 'head' ? fill(own.head, { count: shape.stepsPerEpoch }) : own.backward)
                }
              />
            </span>
            <b ref={(value) => void (values.current[index] = value)} />
          </li>
        ))}
      </ol>
      <Button onClick={nextLine}>{own.next}</Button>
      <p className={textStyles.note}>
        {!begun ? own.before : line === undefined || line === lines.length - 1 ? own.help : own.within}
      </p>
    </section>
  )
}
