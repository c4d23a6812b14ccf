// The layers of the figure "Averages": raw days as dots, averages as lines, read from the newest picture of the worker.

import { dotsLayer, seriesLayer } from '../../plot/index.ts'
import type { Layer, Palette, Points } from '../../plot/index.ts'
import { averagesPicture, type Picture } from '../../state/averagesPicture.ts'
import { curveDash, curvePaint, purplePaint, rawPaint, uncorrectedDash, windowDash } from './curveLook.ts'

/** Points of pairs (t, value) in the newest picture; none while it has no such curve. */
export function picturePoints(pick: (picture: Picture) => Float64Array | undefined): Points {
  const data = (): Float64Array | undefined => averagesPicture.current && pick(averagesPicture.current)
  return {
    length: () => (data()?.length ?? 0) / 2,
    revision: () => averagesPicture.revision,
    x: (i) => data()![2 * i],
    y: (i) => data()![2 * i + 1],
  }
}

const ink = (palette: Palette): string => palette.ink
const muted = (palette: Palette): string => palette.muted

/** Dots shrink when there are more of them than pixels. */
export const rawDots = (): Layer[] => {
  const points = picturePoints((picture) => picture.raw)
  const some = (few: boolean): Points => ({
    ...points,
    length: () => (points.length() <= 800 === few ? points.length() : 0),
  })
  return [
    dotsLayer({ key: 'raw days', points: some(true), classes: [{ color: rawPaint }], radius: 2.1 }),
    dotsLayer({ key: 'many raw days', points: some(false), classes: [{ color: rawPaint }], radius: 0.9 }),
  ]
}

export interface AverageLayerChoice {
  readonly curves: number
  readonly windows: number
  readonly uncorrected: boolean
}

export function averageLayers({ curves, windows, uncorrected }: AverageLayerChoice): Layer[] {
  const each = (count: number, make: (i: number) => Layer): Layer[] =>
    Array.from({ length: count }, (_, i) => make(i))
  return [
    ...rawDots(),
    seriesLayer({
      key: 'season',
      points: picturePoints((picture) => picture.season),
      color: muted,
      weight: 'thick',
      strength: 0.5,
    }),
    seriesLayer({
      key: 'without lag',
      points: picturePoints((picture) => picture.without),
      color: ink,
      weight: 'thin',
      strength: 0.8,
    }),
    ...each(windows, (i) =>
      seriesLayer({
        key: `window ${i}`,
        points: picturePoints((picture) => picture.windows[i]),
        color: ink,
        weight: 'thick',
        dash: windowDash,
      }),
    ),
    ...each(curves, (i) =>
      seriesLayer({
        key: `curve ${i}`,
        points: picturePoints((picture) => picture.curves[i]),
        color: curvePaint(i),
        weight: 'thick',
        dash: curveDash(i),
      }),
    ),
    ...(uncorrected
      ? each(curves, (i) =>
          seriesLayer({
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
