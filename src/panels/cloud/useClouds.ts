// The model of the cloud: the last points of every visible run at the cursor, and a view that keeps them in sight.

import { useRef, useState, type RefObject } from 'react'
import type { BowlSpec, QuadraticSpec } from '../../engine/experiment.ts'
import type { PlotHandle } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { requestDraw } from '../../state/frame.ts'
import { stepOf } from '../../state/playback.ts'
import { race } from '../../state/traces.ts'
import { middleOf } from '../start.ts'
import { useFrame } from '../useFrame.ts'
import { cloudOf, type Cloud } from './cloud.ts'

/** Size of the view in radii. */
const room = 3.2
/** Keep the view while the cloud takes between these fractions of it. */
const calm = [0.55, 1.3] as const
const restEvery = 250

export interface Clouds {
  /** One per run, while it has enough points and is visible. */
  readonly clouds: RefObject<(Cloud | undefined)[]>
  readonly revision: RefObject<number>
  /** That of the selected run, as of a moment ago. */
  readonly measured: Cloud | undefined
}

export function useClouds(plot: RefObject<PlotHandle | null>, concealed = false): Clouds {
  const { experiment, view } = useExperiment()
  const { hidden, selected } = view
  const spec = experiment.objective as BowlSpec | QuadraticSpec
  const [w, b] = middleOf(spec)
  const clouds = useRef<(Cloud | undefined)[]>([])
  const reach = useRef(0)
  const drawn = useRef('')
  const told = useRef(-Infinity)
  const revision = useRef(0)
  const [facts, setFacts] = useState<{ readonly key: string; readonly cloud: Cloud | undefined }>()

  useFrame((now) => {
    if (concealed || !plot.current) return
    const rows = experiment.runs.map((_, run) => race.traces[run]?.rowAt(stepOf(run)) ?? -1)
    const key = `${race.version} ${rows.join()}`
    if (key !== drawn.current) {
      drawn.current = key
      revision.current++
      clouds.current = rows.map((row, run) => {
        const trace = race.traces[run]
        return trace && !hidden.includes(run) ? cloudOf(trace, row, spec) : undefined
      })
      const largest = Math.max(0, ...clouds.current.map((cloud) => cloud?.radius ?? 0))
      if (largest > 0 && !(largest > calm[0] * reach.current && largest < calm[1] * reach.current)) {
        reach.current = largest
        const far = room * largest
        plot.current.setDomain([w - far, w + far], [b - far, b + far])
      }
      plot.current.draw('over')
    } else plot.current.draw()
    const cloud = clouds.current[selected]
    const factsKey = `${key} ${selected}`
    if (facts?.key === factsKey) return
    // Numbers change only at intervals. A later frame writes the last ones.
    if (now - told.current < restEvery) return requestDraw()
    told.current = now
    setFacts({ key: factsKey, cloud })
  })
  return { clouds, revision, measured: facts?.cloud }
}
