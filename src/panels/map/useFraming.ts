// What the map frames: all visible paths, the start and the minimum. While rows arrive the frame stays until a path
// leaves it, then grows with spare room, because each new frame redraws every path. During a slider drag it does not
// move.

import { useEffect, useRef, type RefObject } from 'react'
import type { PlotHandle } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { surfaceOf } from '../../state/registries.ts'
import { finished, race } from '../../state/traces.ts'
import { hasMiddle, middleOf } from '../start.ts'
import { useTraces } from '../useFrame.ts'
import { fills, fitBox, roomier } from './fit.ts'

const nowhere: readonly number[] = [0, 0, 0, 0]

type Landscape = Parameters<typeof fitBox>[3]

export interface Framing {
  /** Call after the landscape changed, to frame it again. */
  refit(): void
  /** Sets the plot's domain if it must change. */
  follow(landscape: Landscape): void
  /** Whether something is framed. What a plot shows before is not worth a picture. */
  framed(): boolean
}

export function useFraming(
  plot: RefObject<PlotHandle | null>,
  start: readonly number[],
  hidden: readonly number[],
  swapped: boolean,
  /** In a step of a lesson the picture keeps its frame. */
  steady: boolean,
): Framing {
  const refit = useRef(true)
  /** The start has moved, or a step of a lesson its answer revealed: what is shown stays if everything is in it. */
  const moved = useRef(false)
  /** What is framed, by how many rows, and whether they are all. */
  const framed = useRef({ box: nowhere, rows: 0, final: false })
  useTraces(() => (refit.current = true))
  useEffect(() => void (refit.current = true), [hidden, swapped])
  useEffect(
    () =>
      useExperiment.subscribe((now, before) => {
        if (now.experiment === before.experiment) return
        refit.current = true
        const { objective, runs } = before.experiment
        moved.current = steady
          ? now.view.at === before.view.at
          : now.experiment.objective === objective && now.experiment.runs === runs
      }),
    [steady],
  )
  return {
    refit: () => (refit.current = true),
    framed: () => framed.current.box !== nowhere,
    follow(landscape) {
      if (!plot.current) return
      const rows = race.traces.reduce((sum, trace) => sum + (trace?.length ?? 0), 0)
      const resting = useExperiment.getState().editing === undefined
      const final = resting && finished()
      const fresh = resting && (refit.current || final !== framed.current.final)
      if (!fresh && rows <= framed.current.rows * 1.3) return
      const box = fitBox(start, race.traces, hidden, landscape ?? knownLandscape(), true)
      const { x, y } = plot.current.view()
      const before = !moved.current ? framed.current.box : swapped ? [...y, ...x] : [...x, ...y]
      const stays = (!fresh || moved.current) && fills(box, before as readonly number[])
      const frame = stays ? framed.current.box : fresh ? box : roomier(box)
      if (!stays) {
        const [w, b] = [[frame[0], frame[1]] as const, [frame[2], frame[3]] as const]
        plot.current.setDomain(swapped ? b : w, swapped ? w : b, fresh)
      }
      framed.current = { box: frame, rows, final }
      if (resting) refit.current = false
    },
  }
}

/** The initial frame, before the painter has described the surface. */
function knownLandscape(): Landscape {
  const { objective } = useExperiment.getState().experiment
  if (hasMiddle(objective)) return { minima: [middleOf(objective)], eigenvalues: [1, 1], view: [0, 0, 0, 0] }
  return surfaceOf(objective.kind)
}
