// The course of a thread from a point of the map to the middle of the visible part of its line y = wx + b.

import type { Scales } from '../plot/index.ts'

type Place = readonly [x: number, y: number]

interface End {
  readonly scales: Pick<Scales, 'x' | 'y' | 'width' | 'height' | 'xDomain' | 'yDomain'>
  /** The position of the picture's corner. */
  readonly at: Place
}

/** Returns the middle of the line's visible part, or undefined if the line is outside. */
export function middleOf(
  { xDomain, yDomain }: Pick<Scales, 'xDomain' | 'yDomain'>,
  w: number,
  b: number,
): Place | undefined {
  let [low, high]: Place = [xDomain[0], xDomain[1]]
  if (w === 0 && !(b >= yDomain[0] && b <= yDomain[1])) return undefined
  if (w !== 0) {
    const [first, second] = [(yDomain[0] - b) / w, (yDomain[1] - b) / w]
    low = Math.max(low, Math.min(first, second))
    high = Math.min(high, Math.max(first, second))
  }
  const x = (low + high) / 2
  return low <= high ? [x, w * x + b] : undefined
}

/** Returns an SVG path, or '' if one of the two is not visible. */
export function threadPath(
  map: End & { readonly x: number; readonly y: number },
  line: End & { readonly w: number; readonly b: number },
): string {
  const [px, py] = [map.scales.x(map.x), map.scales.y(map.y)]
  const middle = middleOf(line.scales, line.w, line.b)
  if (!middle || !(px >= 0 && px <= map.scales.width && py >= 0 && py <= map.scales.height)) return ''
  const [x1, y1] = [map.at[0] + px, map.at[1] + py]
  const [x2, y2] = [line.at[0] + line.scales.x(middle[0]), line.at[1] + line.scales.y(middle[1])]
  // Side by side the thread leaves and arrives horizontally, stacked vertically.
  const beside = Math.abs(x2 - x1) > Math.abs(y2 - y1)
  const [bx, by] = beside ? [(x2 - x1) / 2, 0] : [0, (y2 - y1) / 2]
  return `M${[x1, y1, x1 + bx, y1 + by, x2 - bx, y2 - by, x2, y2]
    .map((value) => value.toFixed(1))
    .join(' ')
    .replace(/^(\S+ \S+) /, '$1C')}`
}
