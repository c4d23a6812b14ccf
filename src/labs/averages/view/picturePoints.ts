// The worker's pairs (t, value) as points of a layer. The same array is the same line.

import type { Points } from '../../../plot/index.ts'
import { averagesPicture, type Picture } from '../pagePicture.ts'

export type Pairs = () => Float64Array | undefined

/** Returns the pairs of the newest picture, or none if it lacks such a curve. */
export const picturePairs =
  (pick: (picture: Picture) => Float64Array | undefined): Pairs =>
  () =>
    averagesPicture.current && pick(averagesPicture.current)

export function pointsOf(pairs: Pairs): Points {
  let seen: Float64Array | undefined
  let revision = 0
  return {
    length: () => (pairs()?.length ?? 0) / 2,
    revision: () => {
      const now = pairs()
      if (now !== seen) revision++
      seen = now
      return revision
    },
    x: (i) => pairs()![2 * i],
    y: (i) => pairs()![2 * i + 1],
  }
}
