// The onion skin of a sweep on the map: thin paths, from light to dark by value, diverging ones in red, and the one
// nearest to a click. Loaded with the sliders that sweep.

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
import { pickSkin, sweep, type Skin } from '../../state/sweep.ts'
import { formatNumber } from '../../ui/number.ts'
import { addMapPart } from './mapParts.ts'

/** Pixels within which a click hits a path. */
const reach = 8

/** Whether it ends higher than it began. */
function climbs({ diverged, costs }: Skin): boolean {
  return diverged || costs[costs.length - 1] > costs[0]
}

function colorOf(skin: Skin, look: number, { runs, paper, ink, fault }: Palette): string {
  if (climbs(skin)) return fault
  const { place } = skin
  return place < 0.5 ? mix(runs[look], paper, 0.55 + 0.9 * place) : mix(runs[look], ink, 1.5 - place)
}

/** Draws a line for each skin within the frame. One that climbs ends soon after it has left. */
function lines(
  pen: Pen,
  scales: Scales,
  look: number,
  point: (skin: Skin, i: number) => readonly [number, number],
): void {
  const { palette, size, width, height } = scales
  pen.save()
  clipToFrame(pen, scales)
  pen.lineJoin = 'round'
  for (const skin of sweep.skins) {
    const gone = climbs(skin)
    pen.strokeStyle = colorOf(skin, look, palette)
    pen.lineWidth = (gone ? 1 : 1.35) * size
    pen.beginPath()
    let begun = false
    for (let i = 0, outside = 0; i < skin.costs.length && outside < 2; i++) {
      const [x, y] = point(skin, i)
      // A path that has diverged does not come back.
      if (Math.abs(x) > 1e5 || Math.abs(y) > 1e5) break
      if (!(x === x && y === y)) continue
      if (begun) pen.lineTo(x, y)
      else pen.moveTo(x, y)
      begun = true
      if (gone && (x < 0 || y < 0 || x > width || y > height)) outside++
    }
    pen.stroke()
  }
  pen.restore()
}

function skinLayer(look: () => number, swapped: boolean): Layer {
  const [across, up] = swapped ? [1, 0] : [0, 1]
  return {
    key: 'skins',
    plane: 'ground',
    length: () => 1,
    revision: () => sweep.version,
    draw(pen, scales) {
      lines(pen, scales, look(), ({ path }, i) => [
        scales.x(path[2 * i + across]),
        scales.y(path[2 * i + up]),
      ])
    },
    // Each end is a bead. The first and the last tell their values.
    drawOver({ pen, scales, label }) {
      const { palette, size, width, height } = scales
      const shown = sweep.skins.filter((skin) => !climbs(skin)).sort((a, b) => a.place - b.place)
      for (const [i, skin] of shown.entries()) {
        const { path, value } = skin
        const x = scales.x(path[path.length - 2 + across])
        const y = scales.y(path[path.length - 2 + up])
        if (!(x >= 0 && y >= 0 && x <= width && y <= height)) continue
        const color = colorOf(skin, look(), palette)
        drawMarker(pen, runMarker(look()), x, y, 4 * size, color, palette.paper)
        if (sweep.active || (i > 0 && i < shown.length - 1)) continue
        label({
          key: `skin ${i}`,
          x,
          y,
          text: `${sweep.name} ${formatNumber(value, 3)}`,
          color: palette.ink,
          distance: 6 * size,
          side: 'below',
          optional: true,
        })
      }
    },
  }
}

/** J of the same runs, against steps. */
const costLayer = (look: () => number): Layer => ({
  key: 'skin costs',
  length: () => 1,
  revision: () => sweep.version,
  draw(pen, scales) {
    lines(pen, scales, look(), ({ costs }, i) => [scales.x(i), scales.y(costs[i])])
  },
})

/** Returns the skin whose path passes closest to a pixel. */
function skinAt(
  px: number,
  py: number,
  toPixel: (w: number, b: number) => readonly [number, number],
): Skin | undefined {
  let nearest: Skin | undefined
  let least = reach
  for (const skin of sweep.skins)
    for (let i = 0; i < skin.path.length; i += 2) {
      const [x, y] = toPixel(skin.path[i], skin.path[i + 1])
      const far = Math.hypot(x - px, y - py)
      if (far < least) {
        least = far
        nearest = skin
      }
    }
  return nearest
}

addMapPart({
  layer: skinLayer,
  cost: (axis, look) => (axis === 'step' ? costLayer(look) : undefined),
  pick(px, py, place) {
    const skin = skinAt(px, py, place)
    if (skin) pickSkin(skin)
    return skin !== undefined
  },
})
