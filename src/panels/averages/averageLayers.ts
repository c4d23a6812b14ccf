// The layers of the figure "Averages": raw days as dots, averages as lines, read from the newest picture of the worker.

import { dotsLayer } from '../../plot/marks.ts'
import type { Layer, Palette, Points } from '../../plot/index.ts'
import { averagesPicture, type Picture } from '../../state/averagesPicture.ts'
import { curveLayer } from './curveLayer.ts'
import { curveDash, curvePaint, purplePaint, rawPaint, uncorrectedDash, windowDash } from './curveLook.ts'

/** Points of pairs (t, value) in the newest picture; none while it has no such curve. The same array is the same line. */
export function picturePoints(pick: (picture: Picture) => Float64Array | undefined): Points {
  const data = (): Float64Array | undefined => averagesPicture.current && pick(averagesPicture.current)
  let seen: Float64Array | undefined
  let revision = 0
  return {
    length: () => (data()?.length ?? 0) / 2,
    revision: () => {
      const now = data()
      if (now !== seen) revision++
      seen = now
      return revision
    },
    x: (i) => data()![2 * i],
    y: (i) => data()![2 * i + 1],
  }
}

const ink = (palette: Palette): string => palette.ink
const muted = (palette: Palette): string => palette.muted

/** More dots than this are squares of a pixel or two. */
const fewDots = 800

/** Raw days, apart from the lines, so that a drag of β does not draw them anew; many are small squares. */
export function rawDots(): Layer[] {
  const points = picturePoints((picture) => picture.raw)
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
  return [{ ...dots, plane: 'ground' }, squares]
}

export interface AverageLayerChoice {
  /** The curves from the lowest one to the one on top. */
  readonly order: readonly number[]
  readonly windows: number
  readonly uncorrected: boolean
}

export function averageLayers({ order, windows, uncorrected }: AverageLayerChoice): Layer[] {
  const each = (count: number, make: (i: number) => Layer): Layer[] =>
    Array.from({ length: count }, (_, i) => make(i))
  return [
    ...rawDots(),
    curveLayer({
      key: 'season',
      points: picturePoints((picture) => picture.season),
      color: muted,
      weight: 'thick',
      strength: 0.5,
    }),
    curveLayer({
      key: 'without lag',
      points: picturePoints((picture) => picture.without),
      color: ink,
      weight: 'thin',
      strength: 0.8,
    }),
    ...each(windows, (i) =>
      curveLayer({
        key: `window ${i}`,
        points: picturePoints((picture) => picture.windows[i]),
        color: ink,
        weight: 'thick',
        dash: windowDash,
      }),
    ),
    ...order.map((i) =>
      curveLayer({
        key: `curve ${i}`,
        points: picturePoints((picture) => picture.curves[i]),
        color: curvePaint(i),
        weight: 'thick',
        dash: curveDash(i),
      }),
    ),
    ...(uncorrected
      ? order.map((i) =>
          curveLayer({
            key: `uncorrected ${i}`,
            points: picturePoints((picture) => picture.uncorrected[i]),
            color: purplePaint,
            weight: 'thick',
            dash: uncorrectedDash,
          }),
        )
      : []),
  ]
}
