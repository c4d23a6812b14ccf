// Pinned races on the map and in the cost's chart: thin and gray, beneath the runs, with each path's values at its end.

import { currentLanguage, words as wordsOf } from '../../i18n/index.ts'
import { pictureWords } from '../../i18n/areas/picture.ts'
import {
  clipToFrame,
  drawMarker,
  mix,
  runMarker,
  type Layer,
  type Palette,
  type Pen,
  type Scales,
} from '../../plot/index.ts'
import { examplesSeen, type Axis } from '../../state/axis.ts'
import { examplesOf, useExperiment } from '../../state/experiment.ts'
import { addMapPart } from './mapParts.ts'
import { pinnedValues } from './pinnedValues.ts'
import { usePins, type Pin, type PinnedRun } from './pins.ts'

const gray = ({ muted, paper }: Palette): string => mix(muted, paper, 0.85)

/** The values that differ now, or “before” if none does. */
export function pinText({ experiment }: Pin, run: number): string {
  const values = pinnedValues(experiment, run, useExperiment.getState().experiment)
  return values.slice(0, 3).join(' · ') || beforeWord()
}

/** English until the language's words have loaded. */
const beforeWord = (): string =>
  (wordsOf(currentLanguage(), pictureWords) as { picture?: { before: string } }).picture?.before ??
  pictureWords.en.before

const list = (): readonly Pin[] => usePins.getState().pins

/** The list's identity. Another list needs a redraw. */
let known = list()
let version = 0
function revision(): number {
  if (known !== list()) {
    known = list()
    version++
  }
  return version
}

function stroke(pen: Pen, points: Float64Array, x: (i: number) => number, y: (i: number) => number) {
  pen.beginPath()
  let begun = false
  for (let i = 0; i < points.length; i += 2) {
    const [px, py] = [x(i), y(i)]
    if (!(Math.abs(px) < 1e5 && Math.abs(py) < 1e5)) break
    if (begun) pen.lineTo(px, py)
    else pen.moveTo(px, py)
    begun = true
  }
  pen.stroke()
}

/** Draws lines between the frame's edges, first in paper and then in gray. */
function lines(pen: Pen, scales: Scales, draw: (run: PinnedRun, pin: Pin) => void): void {
  const { palette, size } = scales
  pen.save()
  clipToFrame(pen, scales)
  pen.lineJoin = 'round'
  for (const pin of list())
    for (const run of pin.runs)
      for (const [color, wide] of [
        [palette.paper, 4],
        [gray(palette), 1.8],
      ] as const) {
        pen.strokeStyle = color
        pen.lineWidth = wide * size
        draw(run, pin)
      }
  pen.restore()
}

function mapLayer(swapped: boolean): Layer {
  const [across, up] = swapped ? [1, 0] : [0, 1]
  return {
    key: 'pins',
    plane: 'ground',
    length: () => 1,
    revision,
    draw(pen, scales) {
      lines(pen, scales, ({ path }) =>
        stroke(
          pen,
          path,
          (i) => scales.x(path[i + across]),
          (i) => scales.y(path[i + up]),
        ),
      )
    },
    drawOver({ pen, scales, label }) {
      const { palette, size } = scales
      for (const pin of list())
        for (const { path, look, run } of pin.runs) {
          if (path.length === 0) continue
          const x = scales.x(path[path.length - 2 + across])
          const y = scales.y(path[path.length - 2 + up])
          if (!(x >= 0 && y >= 0 && x <= scales.width && y <= scales.height)) continue
          const color = palette.muted
          drawMarker(pen, runMarker(look), x, y, 4.5 * size, color, palette.paper)
          label({ key: `pin ${pin.search} ${run}`, x, y, text: pinText(pin, run), color, distance: 6 * size })
        }
    },
  }
}

/** A pinned step's place on an axis. NaN for seconds, which are not pinned. */
function placeOn(axis: Axis, { experiment }: Pin, run: number, step: number): number {
  if (axis === 'step') return step
  if (axis === 'seconds') return NaN
  const m = examplesOf(experiment)
  const { batchSize = experiment.batchSize, steps = experiment.steps } = experiment.runs[run]
  const size = batchSize === 'all' ? m : batchSize
  const seen = examplesSeen({ m, batchSize: size, stepsPerEpoch: Math.ceil(m / size), steps }, step)
  return axis === 'epoch' ? seen / m : seen
}

function costLayer(axis: Axis): Layer {
  return {
    key: 'pinned costs',
    length: () => 1,
    revision,
    draw(pen, scales) {
      lines(pen, scales, ({ costs, run }, pin) =>
        stroke(
          pen,
          costs,
          (i) => scales.x(placeOn(axis, pin, run, costs[i])),
          (i) => scales.y(costs[i + 1]),
        ),
      )
    },
  }
}

addMapPart({ layer: (_, swapped) => mapLayer(swapped), cost: costLayer })
