// The onion skin of a sweep on the map: thin paths, from light to dark by value, diverging ones in red, and the one
// nearest to a click. Loaded with the sliders that sweep.

import { mix, type Layer } from '../../plot/index.ts'
import { pickSkin, sweep, type Skin } from '../../state/sweep.ts'
import { addMapPart } from './mapParts.ts'

/** Pixels within which a click hits a path. */
const reach = 8

function skinLayer(look: () => number, swapped: boolean): Layer {
  return {
    key: 'skins',
    plane: 'ground',
    length: () => 1,
    revision: () => sweep.version,
    draw(pen, scales) {
      const { palette, size } = scales
      pen.save()
      pen.beginPath()
      pen.rect(0, 0, scales.width, scales.height)
      pen.clip()
      pen.lineJoin = 'round'
      pen.lineWidth = 1.35 * size
      for (const { place, path, diverged } of sweep.skins) {
        const color = palette.runs[look()]
        pen.strokeStyle = diverged
          ? palette.fault
          : place < 0.5
            ? mix(color, palette.paper, 0.55 + 0.9 * place)
            : mix(color, palette.ink, 1.5 - place)
        pen.beginPath()
        for (let i = 0; i < path.length; i += 2) {
          const x = scales.x(path[swapped ? i + 1 : i])
          const y = scales.y(path[swapped ? i : i + 1])
          // A path that has diverged does not come back.
          if (!(Math.abs(x) < 1e5 && Math.abs(y) < 1e5)) break
          if (i === 0) pen.moveTo(x, y)
          else pen.lineTo(x, y)
        }
        pen.stroke()
      }
      pen.restore()
    },
  }
}

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
  pick(px, py, place) {
    const skin = skinAt(px, py, place)
    if (skin) pickSkin(skin)
    return skin !== undefined
  },
})
