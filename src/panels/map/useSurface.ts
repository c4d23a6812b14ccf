// The painted surface beneath the map, with the values of its lines.

import { useCallback, useMemo } from 'react'
import { readPalette, type Layer, type PlacedImage, type Scales, type View } from '../../plot/index.ts'
import { formatNumber } from '../../ui/number.ts'
import type { PictureReply } from '../../state/picture.ts'
import { useExperiment } from '../../state/experiment.ts'
import { drawFirstSurface } from './firstSurface.ts'
import { usePainting } from './usePainting.ts'

/** Maximum device pixels along the longer side. Stretching a picture much further blurs its lines. */
const finest = 1600
/** CSS pixels of a letter in a line's label, at size 1. */
const letter = 6.3

/** `described` is called for a new landscape. */
const frameOf = (view: View | undefined, swapped: boolean) => {
  const { width = 0, height = 0, pixelRatio = 1, size = 1 } = view ?? {}
  const [across, up] = [width * pixelRatio, height * pixelRatio]
  const shrink = Math.min(1, finest / Math.max(across, up, 1))
  return {
    swapped,
    width: Math.round(across * shrink),
    height: Math.round(up * shrink),
    colors: readPalette(document.body).surface,
    ratio: pixelRatio * shrink,
    letter: letter * size,
  }
}

const covers = (image: PlacedImage | null, { xDomain, yDomain }: Scales): boolean =>
  [xDomain, yDomain].every(([low, high], i) => {
    const [from = high, to = low] = image?.[i === 0 ? 'x' : 'y'] ?? []
    return from <= low && to >= high
  })

/** `described` is called for a new landscape. */
export function useSurface(swapped: boolean, described: () => void) {
  const { shown, layer, landscape, see } = usePainting(
    useCallback((view) => frameOf(view, swapped), [swapped]),
    described,
  )
  const marks = useCallback(() => shown.current.marks, [shown])
  const layers = useMemo(
    () => [
      {
        ...layer,
        draw(pen, scales, ...rest) {
          if (!covers(shown.current.image, scales))
            drawFirstSurface(pen, scales, useExperiment.getState().experiment.objective, swapped)
          layer.draw(pen, scales, ...rest)
        },
      } satisfies Layer,
      levelNames(marks, () => layer.revision()),
    ],
    [layer, marks, shown, swapped],
  )
  return { layers, landscape, marks, see }
}

/** J of the lines, written in their gaps. Powers of ten have the letter J. */
function levelNames(marks: () => NonNullable<PictureReply['marks']>, revision: () => number): Layer {
  return {
    key: 'levels',
    plane: 'ground',
    length: () => 1,
    revision,
    draw(pen, scales) {
      const { palette, size } = scales
      const height = Math.round(11 * size)
      pen.save()
      pen.textBaseline = 'middle'
      pen.fillStyle = palette.surface.ink
      for (const { x, y, value, strong } of marks()) {
        const text = formatNumber(value, 3)
        const plain = `${strong ? 600 : 500} ${height}px ${palette.font}`
        pen.font = plain
        let left = scales.x(x) - pen.measureText(text).width / 2
        if (strong) {
          pen.font = `italic ${height + size}px ${palette.mathFont}`
          const wide = pen.measureText('J').width + 3 * size
          left -= wide / 2
          pen.fillText('J', left, scales.y(y))
          left += wide
          pen.font = plain
        }
        pen.fillText(text, left, scales.y(y))
      }
      pen.restore()
    },
  }
}
