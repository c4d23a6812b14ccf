// Tries a challenge on the race: each time it is computed to its end, or its network is measured.

import { useEffect, useRef } from 'react'
import type { WatchProps } from '../../../course/ChallengePanel.tsx'
import type { ControlName } from '../../../course/controls.ts'
import type { Challenge, Outcome } from '../../../course/tasks.ts'
import { useFrame } from '../../../panels/useFrame.ts'
import { useExperiment } from '../../../state/experiment.ts'
import { median, useMeasured } from '../../../state/networkMeasure.ts'
import { finished, race, type Trace } from '../../../state/traces.ts'
import { factsOf, type DescentFacts } from './facts.ts'
import { judgeRuns } from './judge.ts'

export const Watch = (props: WatchProps) =>
  props.challenge.measure.what === 'smallestBatch' ? <MeasureWatch {...props} /> : <RaceWatch {...props} />

const judged = (challenge: Challenge, controls: readonly ControlName[], facts: DescentFacts): Outcome =>
  judgeRuns(challenge, useExperiment.getState().preset.experiment, controls, facts)

/** What was measured of a network, when that is done. */
function measuredOf(spec: unknown): DescentFacts['measured'] {
  const { sizes, now, spec: measured } = useMeasured.getState()
  if (now !== undefined || sizes.length === 0 || JSON.stringify(measured) !== JSON.stringify(spec))
    return undefined
  return sizes.map(({ size, rates }) => ({ size, rate: median(rates) }))
}

/** Reports each setting and each measurement, except during a drag. */
function MeasureWatch({ challenge, controls, onOutcome }: WatchProps) {
  const editing = useExperiment((state) => state.editing)
  const experiment = useExperiment((state) => state.experiment)
  const measured = useMeasured()
  useEffect(() => {
    if (editing !== undefined) return
    const facts = { ...factsOf(experiment, []), measured: measuredOf(experiment.objective) }
    onOutcome(judged(challenge, controls, facts))
  }, [editing, experiment, measured, challenge, controls, onOutcome])
  return null
}

/** Reports each race that is computed to its end, except during a drag. */
function RaceWatch({ challenge, controls, onOutcome }: WatchProps) {
  const seen = useRef<readonly (Trace | undefined)[]>([])
  useFrame(() => {
    const { experiment, editing } = useExperiment.getState()
    const { traces } = race
    if (editing !== undefined || !finished()) return
    if (traces.length === seen.current.length && traces.every((trace, i) => trace === seen.current[i])) return
    seen.current = [...traces]
    onOutcome(judged(challenge, controls, factsOf(experiment, traces as Trace[])))
  })
  return null
}
