// The mist over the map while a prediction is open: it covers the area where paths would be, and no path is drawn
// beneath it.

import type { Scales } from '../../plot/index.ts'

/** Covers the area of the paths, from the start to the nearest minimum. Walls, start and axes stay visible. */
export function layVeil(
  veil: HTMLElement,
  scales: Scales | null,
  [w, b]: readonly [number, number],
  minima: readonly (readonly [number, number])[] = [],
  swapped: boolean,
): void {
  if (!scales) return
  const place = ([across, up]: readonly [number, number]): readonly [number, number] =>
    swapped ? [scales.x(up), scales.y(across)] : [scales.x(across), scales.y(up)]
  const from = place([w, b])
  const distance = ([x, y]: readonly [number, number]): number => Math.hypot(x - from[0], y - from[1])
  const [to = [scales.width / 2, scales.height / 2] as const] = minima
    .map(place)
    .toSorted((one, other) => distance(one) - distance(other))
  const edge = 0.06 * scales.width
  const width = Math.round(Math.max(Math.abs(to[0] - from[0]) + 0.12 * scales.width, 0.5 * scales.width, 240))
  const height = Math.round(Math.max(0.62 * scales.height, 1.3 * Math.abs(to[1] - from[1])))
  // Its words are seen whole, wherever the start is.
  const most = scales.width - width
  const left = Math.round(Math.max(-edge, Math.min(Math.min(from[0], to[0]) - edge, most)))
  const top = Math.round((from[1] + to[1]) / 2 - height / 2)
  const key = [left, top, width, height].join()
  if (veil.dataset['at'] === key) return
  veil.dataset['at'] = key
  for (const [side, length] of Object.entries({ left, top, width, height }))
    veil.style.setProperty(side, `${length}px`)
}
