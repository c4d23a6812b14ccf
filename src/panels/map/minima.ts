// The minimum on the map, above the paths.

import { cross, type Overlay } from '../../plot/index.ts'

export function drawMinima(
  over: Overlay,
  minima: readonly (readonly [number, number])[],
  swapped: boolean,
): void {
  const { pen, scales } = over
  const [first, ...others] = minima.map(([w, b]) => [scales.x(swapped ? b : w), scales.y(swapped ? w : b)])
  // Keep the crosses of close minima apart.
  const apart = Math.min(...others.map(([x, y]) => Math.hypot(x - first[0], y - first[1])))
  const size = Math.min(7 * scales.size, Math.max(2, 0.3 * apart))
  for (const [w, b] of minima) {
    const x = scales.x(swapped ? b : w)
    const y = scales.y(swapped ? w : b)
    if (x < 0 || y < 0 || x > scales.width || y > scales.height) continue
    const { ink, paper } = scales.palette
    over.avoid(x, y, size)
    cross(pen, x, y, size, { color: ink, width: 1.8 * scales.size, paper })
  }
}
