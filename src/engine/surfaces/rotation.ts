// cos φ and sin φ of an angle in degrees, exact at multiples of 90° and equal at 45°, so a valley rotated by a right
// angle has the same numbers.

import { cos, sin } from '../exact.ts'

export function rotation(degrees: number): readonly [cosine: number, sine: number] {
  const turns = Math.round(degrees / 90)
  const rest = degrees - 90 * turns
  const radians = (rest * 3.141592653589793) / 180
  const diagonal = Math.abs(rest) === 45
  const c = diagonal ? Math.sqrt(0.5) : cos(radians)
  const s = diagonal ? Math.sign(rest) * Math.sqrt(0.5) : sin(radians)
  switch (turns - 4 * Math.floor(turns / 4)) {
    case 0:
      return [c, s]
    case 1:
      return [-s, c]
    case 2:
      return [-c, -s]
    default:
      return [s, -c]
  }
}
