// The cut-paper surface of the stage's map: painted by the picture worker whenever the view, the problem, the start or
// the theme changes. The previous one stays until the next arrives.

import { useEffect, useMemo, useRef, useState } from 'react'
import { imageLayer, readPalette, type Layer, type PlacedImage, type View } from '../../plot/index.ts'
import { useSurfaceChange } from '../map/useSurface.ts'
import { useExperiment } from '../../state/experiment.ts'
import { requestDraw } from '../../state/frame.ts'
import { Painter, type PictureReply } from '../../state/picture.ts'
import { useTheme } from '../../state/theme.ts'
import { papers } from './paper.ts'

/** Pixels of the picture along the longer side. */
const finest = 1440

export interface PaperSurface {
  readonly layer: Layer
  /** Where words are on a wall of ink: `top`, `bottom`. */
  readonly wall: string
  landscape(): PictureReply['landscape']
  see(view: View): void
}

interface Shown {
  image: PlacedImage | null
  revision: number
  view?: View
  landscape?: PictureReply['landscape']
}

export function usePaperSurface(
  swapped: boolean,
  start: readonly number[],
  described: () => void,
): PaperSurface {
  const shown = useRef<Shown>({ image: null, revision: 0 })
  const theme = useTheme()
  // Until the first picture is here the whole window is a wall.
  const [wall, setWall] = useState('top bottom')
  const latest = useRef({ swapped, start, theme, described })
  latest.current = { swapped, start, theme, described }

  const painter = useMemo(
    () =>
      new Painter((reply, options) => {
        const { landscape, bitmap } = reply
        if (landscape && JSON.stringify(landscape) !== JSON.stringify(shown.current.landscape)) {
          shown.current.landscape = landscape
          latest.current.described()
          requestDraw()
        }
        if (!bitmap) return
        const [x0, x1, y0, y1] = options.view
        setWall(reply.walls ?? '')
        if (shown.current.image) (shown.current.image.image as ImageBitmap).close()
        shown.current.image = { image: bitmap, x: [x0, x1], y: [y0, y1] }
        shown.current.revision++
        requestDraw()
      }),
    [],
  )
  useEffect(() => () => painter.close(), [painter])

  const ask = useMemo(
    () => (): void => {
      const { view } = shown.current
      const { objective: spec, seed } = useExperiment.getState().experiment
      if (spec.kind === 'network') return
      const { surface } = readPalette(document.body)
      const { width = 0, height = 0 } = view ?? {}
      const shrink = Math.min(1, finest / Math.max(width, height, 1))
      const tall = height * shrink
      painter.request({
        spec,
        seed,
        swapped: latest.current.swapped,
        view: view ? [view.x[0], view.x[1], view.y[0], view.y[1]] : [0, 1, 0, 1],
        width: Math.round(width * shrink),
        height: Math.round(tall),
        colors: surface,
        ratio: 1,
        letter: 0,
        paper: {
          colors: { ...surface, ...papers[latest.current.theme === 'dark' ? 'dark' : 'light'] },
          start: latest.current.start,
          lineWidth: Math.max(1.2, tall / 420),
          reach: tall / 24,
          drop: tall / 90,
        },
      })
    },
    [painter],
  )
  useEffect(ask, [ask, swapped, start, theme])
  useSurfaceChange(ask)

  const layer = useMemo(
    () =>
      imageLayer({
        key: 'surface',
        image: () => shown.current.image,
        revision: () => shown.current.revision,
      }),
    [],
  )
  return useMemo(
    () => ({
      wall,
      layer,
      landscape: () => shown.current.landscape,
      see(view: View): void {
        shown.current.view = view
        ask()
      },
    }),
    [ask, layer, wall],
  )
}
