// The cut-paper surface of the stage's map.

import { useCallback, useMemo, useState } from 'react'
import { readPalette, type View } from '../../plot/index.ts'
import { usePainting } from '../map/usePainting.ts'
import { useTheme } from '../../state/theme.ts'
import { papers } from './paper.ts'

/** Pixels of the picture along the longer side. */
const finest = 1440

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
  const { layer, landscape, see } = usePainting(frame, described, (reply) => setWall(reply.walls ?? ''))
  /** `wall`: where words are on a wall of ink, `top`, `bottom`. */
  return useMemo(() => ({ wall, layer, landscape, see }), [wall, layer, landscape, see])
}
