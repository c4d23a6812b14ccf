// The model of the microscope: one batch at the weights before its step, queried once its run has come that far.

import { useEffect, useMemo, useRef, useState } from 'react'
import { column } from '../../engine/row.ts'
import { shapeOf } from '../../state/axis.ts'
import { useExperiment } from '../../state/experiment.ts'
import { requestDraw } from '../../state/frame.ts'
import { inspect, useMicroscope } from '../../state/microscope.ts'
import { NetworkQueries } from '../../state/networkQuery.ts'
import { weightsAt } from '../../state/networkWeights.ts'
import { race, type Trace } from '../../state/traces.ts'
import { useFrame } from '../useFrame.ts'
import { batchSeen, type BatchSeen } from './batchSeen.ts'

/** The batch under the microscope with its cost; undefined until it is there. */
export function useSeenBatch(): (BatchSeen & { readonly cost: number }) | undefined {
  const { experiment } = useExperiment()
  const { run, step } = useMicroscope()
  const [seen, setSeen] = useState<BatchSeen & { readonly cost: number }>()
  const asked = useRef<{ trace?: Trace; step?: number }>({})
  const queries = useMemo(
    () =>
      new NetworkQueries(({ batch }, _, mark) => {
        const { cost, ...of } = mark as { run: number; step: number; cost: number }
        if (!batch) return
        const now = { ...of, examples: batch }
        batchSeen.now = now
        setSeen({ ...now, cost })
        requestDraw()
      }),
    [],
  )
  const { batchSize, steps } = shapeOf(run)

  useFrame(() => {
    const trace = race.traces[run]
    if (step === undefined || !trace || trace.lastStep < step) return
    if (asked.current.trace === trace && asked.current.step === step) return
    asked.current = { trace, step }
    const { seed, reshuffle } = experiment
    const row = trace.at(step)
    const cost = row ? row.rows[row.from + column.batchCost] : NaN
    // X^{t} is drawn for step t, and J^{t} is its cost before the update, at the weights of step t − 1.
    void weightsAt(run, step - 1).then((w) => {
      if (w) queries.request({ w, batch: { seed, batchSize, reshuffle, step } }, { run, step, cost })
    })
  })
  useEffect(() => {
    if (step === undefined || step <= steps) return
    inspect(run, undefined)
  }, [run, step, steps])
  useEffect(
    () => () => {
      batchSeen.now = undefined
      requestDraw()
    },
    [],
  )
  return seen
}
