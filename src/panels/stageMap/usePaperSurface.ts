// The cut-paper surface of the stage's map.

import { useCallback, useMemo, useState } from 'react'
import { readPalette, type Layer, type PlacedImage, type View } from '../../plot/index.ts'
import { usePainting } from '../map/usePainting.ts'
import { useTheme } from '../../state/theme.ts'
import { papers } from './paper.ts'

/** Pixels of the picture along the longer side. */
const finest = 1440

/**
 * A picture that serves a larger view until a new one arrives goes on beyond its edges with what it has there, and no
 * sheet of paper ends in the middle of the wall.
 */
const extended = (plain: Layer, shown: () => PlacedImage | null): Layer => ({
  ...plain,
  draw(pen, scales, from, to) {
    const placed = shown()
    if (!placed) return
    if (!(pen instanceof CanvasRenderingContext2D)) return plain.draw(pen, scales, from, to)
    const image = placed.image as ImageBitmap
    const across = [0, scales.x(placed.x[0]), scales.x(placed.x[1]), scales.width]
    const down = [0, scales.y(placed.y[1]), scales.y(placed.y[0]), scales.height]
    // The middle is the picture, the rest its outermost pixels.
    const columns = [[0, 1] as const, [0, image.width] as const, [image.width - 1, 1] as const]
    const rows = [[0, 1] as const, [0, image.height] as const, [image.height - 1, 1] as const]
    rows.forEach(([fromY, tall], j) =>
      columns.forEach(([fromX, wide], i) => {
        const [w, h] = [across[i + 1] - across[i], down[j + 1] - down[j]]
        if (w > 0 && h > 0 && w < 1e6 && h < 1e6)
          pen.drawImage(image, fromX, fromY, wide, tall, across[i], down[j], w, h)
      }),
    )
  },
})

/** `described` is called for a new landscape. */
export function usePaperSurface(swapped: boolean, start: readonly number[], described: () => void) {
  const theme = useTheme()
  // Until the first picture is here the whole window is a wall.
  const [wall, setWall] = useState('top bottom')
  const frame = useCallback(
    (view: View | undefined) => {
      const { surface } = readPalette(document.body)
      const { width = 0, height = 0 } = view ?? {}
      const shrink = Math.min(1, finest / Math.max(width, height, 1))
      const tall = height * shrink
      return {
        swapped,
        width: Math.round(width * shrink),
        height: Math.round(tall),
        colors: surface,
        ratio: 1,
        letter: 0,
        paper: {
          colors: { ...surface, ...papers[theme === 'dark' ? 'dark' : 'light'] },
          start,
          lineWidth: Math.max(1.2, tall / 420),
          reach: tall / 24,
          drop: tall / 90,
        },
      }
    },
    [swapped, start, theme],
  )
  const painting = usePainting(frame, described, (reply) => setWall(reply.walls ?? ''))
  const { shown, landscape, see } = painting
  const [layer] = useState(() => extended(painting.layer, () => shown.current.image))
  /** `wall`: where words are on a wall of ink, `top`, `bottom`. */
  return useMemo(() => ({ wall, layer, landscape, see }), [wall, layer, landscape, see])
}
