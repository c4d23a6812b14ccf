// The class race at hand: its lines, the chosen runner, and what draws its paths. It stays while the page is open, on the
// stage and on other routes.

import { create } from 'zustand'
import type { DescentExperiment } from '../../engine/experiment.ts'
import { looksOfRuns } from '../../panels/looks.ts'
import { disc, shadeOf, type Overlay } from '../../plot/index.ts'
import { pointEvery, raceAll, useClassRace } from '../../state/classRace.ts'
import type { Lines } from './lines.ts'

interface Racing {
  readonly text: string
  readonly lines: Lines
  readonly chosen: number | undefined
  /** The problem that is raced on, as text. */
  readonly problem: string
}

const none: Racing = { text: '', lines: { runners: [], faults: [] }, chosen: undefined, problem: '' }

export const useRacing = create<Racing>()(() => none)

const problemOf = (experiment: DescentExperiment): string =>
  JSON.stringify({ ...experiment, runs: [], version: undefined })

/** Drops a race on another problem. */
export function raceOn(experiment: DescentExperiment): void {
  const problem = problemOf(experiment)
  const { problem: before } = useRacing.getState()
  if (before === problem) return
  useRacing.setState({ ...none, problem })
  if (useClassRace.getState().results.length > 0) raceAll(experiment, [], 0)
}

/** Does not draw a line where a run has diverged. */
const far = 1e4

type Place = (w: number, b: number) => readonly [number, number]
type Results = ReturnType<typeof useClassRace.getState>['results']

export interface RaceLook {
  /** Where time stands: paths grow with it. Default: at their ends. */
  readonly step?: () => number
  readonly steps?: number
  /** In front of a class: lines as thick as the stage's, and the names of these runners at their tips. */
  readonly named?: readonly number[]
}

/** Draws all paths, the chosen one on top. */
export function racePaths(
  results: Results,
  { runners }: Lines,
  chosen: number | undefined,
  look: RaceLook = {},
) {
  const looks = looksOfRuns(runners.map(({ run }) => run))
  const { steps = 0, named } = look
  const every = pointEvery(steps)
  return ({ pen, scales, label, avoid }: Overlay, place: Place): void => {
    const { palette, size } = scales
    const step = look.step?.() ?? steps
    const thick = (width: number, share: number): number =>
      named ? Math.max(5 * width, scales.height / share) : width * size
    /** The numbers of a path up to now. */
    const reached = (path: Float32Array): number =>
      step >= steps ? path.length : Math.min(path.length, 2 * (Math.floor(step / every) + 1))
    pen.save()
    pen.lineJoin = 'round'
    const stroke = (path: Float32Array, color: string, width: number, alpha: number): void => {
      pen.strokeStyle = color
      pen.globalAlpha = alpha
      pen.lineWidth = width
      pen.beginPath()
      let down = false
      for (let i = 0, to = reached(path); i < to; i += 2) {
        const [x, y] = place(path[i], path[i + 1])
        const fits = Math.abs(x) < far && Math.abs(y) < far
        if (fits && down) pen.lineTo(x, y)
        else if (fits) pen.moveTo(x, y)
        down = fits
      }
      pen.stroke()
    }
    const colorOf = (runner: number): string => palette.runs[shadeOf(looks[runner], 0)]
    const tip = (runner: number, path: Float32Array, radius: number): void => {
      const at = reached(path) - 2
      if (at < 0) return
      const [x, y] = place(path[at], path[at + 1])
      if (!(Math.abs(x) < far && Math.abs(y) < far)) return
      disc(pen, x, y, radius, colorOf(runner), palette.paper, size)
      const name = named?.includes(runner) && runners[runner].name
      if (!name) return
      avoid(x, y, radius)
      const priority = runner === chosen ? 3 : 2
      label({
        key: `runner ${runner}`,
        x,
        y,
        text: name,
        color: colorOf(runner),
        bold: true,
        priority,
        distance: 2 * radius,
      })
    }
    for (const { runner, path } of results)
      if (path && runner !== chosen)
        stroke(path, colorOf(runner), named ? thick(0.6, 330) : thick(1.3, 1), 0.55)
    const own = results.find(({ runner }) => runner === chosen)
    if (own?.path) {
      const color = colorOf(own.runner)
      stroke(own.path, palette.paper, named ? thick(1.8, 55) : thick(6, 1), 1)
      stroke(own.path, color, named ? thick(1, 100) : thick(3, 1), 1)
    }
    pen.globalAlpha = 1
    // Who is where, while they run.
    if (named || step < steps)
      for (const { runner, path } of results)
        if (path && (step < steps || named?.includes(runner)))
          tip(runner, path, (runner === chosen ? 8 : named?.includes(runner) ? 6 : 3) * size)
    pen.restore()
  }
}
