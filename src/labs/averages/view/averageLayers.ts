// The layers of the figure "Averages": raw days as dots, averages as lines, read from the worker's newest picture.

import { dotsLayer } from '../../../plot/marks.ts'
import type { Layer, Paint, Palette, Points } from '../../../plot/index.ts'
import { curveLayer, type CurveOptions } from './curveLayer.ts'
import { curveDash, curvePaint, purplePaint, rawPaint, uncorrectedDash, windowDash } from './curveLook.ts'
import { picturePairs, pointsOf } from './picturePoints.ts'

const ink = (palette: Palette): string => palette.ink
const muted = (palette: Palette): string => palette.muted

/** With more dots, draw squares of a pixel or two. */
const fewDots = 800

/** Raw days in separate layers, so dragging a β does not redraw them. Many are drawn as small squares. */
export function rawDots(): Layer[] {
  const points = pointsOf(picturePairs((picture) => picture.raw))
  const few: Points = { ...points, length: () => (points.length() <= fewDots ? points.length() : 0) }
  const dots = dotsLayer({ key: 'raw days', points: few, classes: [{ color: rawPaint }], radius: 2.1 })
  const squares: Layer = {
    key: 'many raw days',
    plane: 'ground',
    length: () => (points.length() > fewDots ? points.length() : 0),
    revision: points.revision,
    draw(pen, scales, from, to) {
      const side = 1.6 * scales.size
      pen.save()
      pen.fillStyle = rawPaint(scales.palette)
      for (let i = from; i < to; i++) {
        const x = scales.x(points.x(i))
        if (x >= 0 && x <= scales.width)
          pen.fillRect(x - side / 2, scales.y(points.y(i)) - side / 2, side, side)
      }
      pen.restore()
    },
  }
  const drawOver: Layer['drawOver'] = ({ scales, avoid }) => {
    for (let i = 0; i < few.length(); i++) {
      const x = scales.x(points.x(i))
      if (x >= 0 && x <= scales.width) avoid(x, scales.y(points.y(i)), 4 * scales.size)
    }
  }
  return [{ ...dots, plane: 'ground', drawOver }, squares]
}

export interface AverageLayerChoice {
  readonly curves: number
  readonly windows: number
  readonly uncorrected: boolean
}

export interface AverageLayers {
  /** Raw days. */
  readonly days: readonly Layer[]
  /** Beneath the averages: the season, plain means. */
  readonly beneath: readonly Layer[]
  /** One per curve. */
  readonly curves: readonly Layer[]
  readonly uncorrected: readonly Layer[]
}

export function averageLayers({ curves, windows, uncorrected }: AverageLayerChoice): AverageLayers {
  const each = (count: number, make: (i: number) => Layer): Layer[] =>
    Array.from({ length: count }, (_, i) => make(i))
  const line = (
    key: string,
    pick: Parameters<typeof picturePairs>[0],
    color: Paint,
    look: Pick<CurveOptions, 'dash' | 'strength'> & Partial<Pick<CurveOptions, 'weight'>> = {},
  ): Layer => curveLayer({ key, pairs: picturePairs(pick), color, weight: 'thick', ...look })
  return {
    days: rawDots(),
    beneath: [
      line('season', ({ season }) => season, muted, { strength: 0.5 }),
      line('without lag', ({ without }) => without, ink, { weight: 'thin', strength: 0.8 }),
      ...each(windows, (i) =>
        line(`window ${i}`, (picture) => picture.windows[i], ink, { dash: windowDash }),
      ),
    ],
    curves: each(curves, (i) =>
      line(`curve ${i}`, (picture) => picture.curves[i], curvePaint(i), { dash: curveDash(i) }),
    ),
    uncorrected: each(uncorrected ? curves : 0, (i) =>
      line(`uncorrected ${i}`, (picture) => picture.uncorrected[i], purplePaint, { dash: uncorrectedDash }),
    ),
  }
}
