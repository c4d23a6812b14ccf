// The painted surface beneath the map: requested when the view, the objective or the theme changes, kept until a new
// one arrives, so the map is never blank.

import { useCallback, useEffect, useMemo, useRef } from 'react'
import { imageLayer, readPalette, type Layer, type PlacedImage, type View } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { requestDraw } from '../../state/frame.ts'
import { formatNumber } from '../../ui/number.ts'
import { Painter, type PictureReply } from '../../state/picture.ts'

/** Maximum device pixels along the longer side. Stretching a picture much further blurs its lines. */
const finest = 1600
/** CSS pixels of a letter in a line's label, at size 1. */
const letter = 6.3

export interface Surface {
  readonly layers: readonly Layer[]
  landscape(): PictureReply['landscape']
  /** Where lines have gaps for their labels. */
  marks(): NonNullable<PictureReply['marks']>
  /** Sets the current view and requests its picture. */
  see(view: View): void
}

interface Shown {
  image: PlacedImage | null
  revision: number
  marks: NonNullable<PictureReply['marks']>
  view?: View
  landscape?: PictureReply['landscape']
}

/** `described` is called for a new landscape. Nothing renders while the surface moves. */
export function useSurface(swapped: boolean, described: () => void): Surface {
  const shown = useRef<Shown>({ image: null, revision: 0, marks: [] })
  const latest = useRef({ swapped, described })
  latest.current = { swapped, described }

  const painter = useMemo(
    () =>
      new Painter((reply, options) => {
        const { landscape } = reply
        if (landscape && JSON.stringify(landscape) !== JSON.stringify(shown.current.landscape)) {
          shown.current.landscape = landscape
          latest.current.described()
          requestDraw()
        }
        if (!reply.bitmap) return
        const [x0, x1, y0, y1] = options.view
        if (shown.current.image) (shown.current.image.image as ImageBitmap).close()
        shown.current.image = { image: reply.bitmap, x: [x0, x1], y: [y0, y1] }
        shown.current.marks = reply.marks ?? []
        shown.current.revision++
        requestDraw()
      }),
    [],
  )
  useEffect(() => () => painter.close(), [painter])

  const ask = useCallback((): void => {
    const { view } = shown.current
    const { objective: spec, seed } = useExperiment.getState().experiment
    if (spec.kind === 'network') return
    const colors = readPalette(document.body).surface
    const across = view ? view.width * view.pixelRatio : 0
    const up = view ? view.height * view.pixelRatio : 0
    const shrink = Math.min(1, finest / Math.max(across, up, 1))
    painter.request({
      spec,
      seed,
      swapped: latest.current.swapped,
      view: view ? [view.x[0], view.x[1], view.y[0], view.y[1]] : [0, 1, 0, 1],
      width: Math.round(across * shrink),
      height: Math.round(up * shrink),
      colors,
      ratio: view ? view.pixelRatio * shrink : 1,
      letter: letter * (view?.size ?? 1),
    })
  }, [painter])
  useEffect(ask, [ask, swapped])
  useSurfaceChange(ask)

  const layers = useMemo(
    () => [
      imageLayer({
        key: 'surface',
        image: () => shown.current.image,
        revision: () => shown.current.revision,
      }),
      levelNames(
        () => shown.current.marks,
        () => shown.current.revision,
      ),
    ],
    [],
  )
  const see = (view: View): void => {
    shown.current.view = view
    ask()
  }
  return { layers, landscape: () => shown.current.landscape, marks: () => shown.current.marks, see }
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

/** Calls `ask` when the experiment has another surface. */
export const useSurfaceChange = (ask: () => void): void =>
  useEffect(
    () =>
      useExperiment.subscribe(({ experiment: now }, { experiment: before }) => {
        if (now.objective !== before.objective || now.seed !== before.seed) ask()
      }),
    [ask],
  )
