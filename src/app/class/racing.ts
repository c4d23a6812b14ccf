// The class race at hand: its lines, the chosen runner, and what draws its paths. It stays while the page is open, on the
// stage and on other routes.

import { create } from 'zustand'
import type { DescentExperiment } from '../../engine/experiment.ts'
import { looksOfRuns } from '../../panels/looks.ts'
import { shadeOf, type Overlay } from '../../plot/index.ts'
import { raceAll, useClassRace } from '../../state/classRace.ts'
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

/** Draws all paths, the chosen one on top. */
export function racePaths(results: Results, { runners }: Lines, chosen: number | undefined) {
  const looks = looksOfRuns(runners.map(({ run }) => run))
  return ({ pen, scales }: Overlay, place: Place): void => {
    const { palette, size } = scales
    pen.save()
    pen.lineJoin = 'round'
    const stroke = (path: Float32Array, color: string, width: number, alpha: number): void => {
      pen.strokeStyle = color
      pen.globalAlpha = alpha
      pen.lineWidth = width * size
      pen.beginPath()
      let down = false
      for (let i = 0; i < path.length; i += 2) {
        const [x, y] = place(path[i], path[i + 1])
        const fits = Math.abs(x) < far && Math.abs(y) < far
        if (fits && down) pen.lineTo(x, y)
        else if (fits) pen.moveTo(x, y)
        down = fits
      }
      pen.stroke()
    }
    const colorOf = (runner: number): string => palette.runs[shadeOf(looks[runner], 0)]
    for (const { runner, path } of results)
      if (path && runner !== chosen) stroke(path, colorOf(runner), 1.3, 0.55)
    const own = results.find(({ runner }) => runner === chosen)
    if (own?.path) {
      stroke(own.path, palette.paper, 6, 1)
      stroke(own.path, colorOf(own.runner), 3, 1)
    }
    pen.restore()
  }
}
