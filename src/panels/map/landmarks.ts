// Names on the map: the minimum with the least possible J, and saddles. Too many of them get no names.

import { ring, type Overlay } from '../../plot/index.ts'
import type { PictureReply } from '../../state/picture.ts'
import { formatNumber } from '../../ui/number.ts'

export interface LandmarkWords {
  readonly least: string
  readonly minimum: string
  readonly saddle: string
}

/** If there are more places of a kind, names would cover the pattern. */
const most = 4
/** Radius of the mark at a place, in pixels. */
const radius = 7

type Landscape = NonNullable<PictureReply['landscape']>

/** Returns the label of each place: a single minimum is the least J, one of several is just a minimum. */
export function landmarkNames({ minima, saddles, least }: Landscape, words: LandmarkWords) {
  const single = minima.length === 1 && least !== undefined
  const minimum = single ? words.least.replace('{value}', formatNumber(least, 3)) : words.minimum
  return [
    ...(minima.length <= most ? minima.map((place) => ({ place, text: minimum, isSaddle: false })) : []),
    ...(saddles.length <= most
      ? saddles.map((place) => ({ place, text: words.saddle, isSaddle: true }))
      : []),
  ]
}

export function drawLandmarks(
  over: Overlay,
  landscape: Landscape | undefined,
  swapped: boolean,
  words: LandmarkWords,
): void {
  if (!landscape) return
  const { pen, scales } = over
  const { palette, size, width, height } = scales
  for (const { place, text, isSaddle } of landmarkNames(landscape, words)) {
    const x = scales.x(place[swapped ? 1 : 0])
    const y = scales.y(place[swapped ? 0 : 1])
    if (!(x >= 0 && y >= 0 && x <= width && y <= height)) continue
    if (isSaddle) ring(pen, x, y, 5 * size, { color: palette.ink, width: 1.6 * size, paper: palette.paper })
    const key = `${text} ${place.join()}`
    over.label({
      key,
      x,
      y,
      text,
      color: palette.ink,
      priority: -1,
      distance: radius * size,
      side: 'below',
      optional: true,
    })
  }
}
