// A picture of the surface from the picture worker: requested when the view, the objective or the theme changes, kept
// until a new one arrives, so the map is never blank.

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { imageLayer, type Layer, type PlacedImage, type View } from '../../plot/index.ts'
import { useExperiment } from '../../state/experiment.ts'
import { requestDraw } from '../../state/frame.ts'
import { Painter, type PictureOptions, type PictureReply } from '../../state/picture.ts'

const unit = [0, 1] as const

interface Shown {
  image: PlacedImage | null
  revision: number
  /** Where lines have gaps for their labels. */
  marks: NonNullable<PictureReply['marks']>
  view?: View
  landscape?: PictureReply['landscape']
}

export interface Painting {
  readonly shown: { readonly current: Readonly<Shown> }
  readonly layer: Layer
  landscape(): PictureReply['landscape']
  /** Sets the current view and requests its picture. */
  see(view: View): void
}

/**
 * `frame` describes the picture of a view, and its identity changes with the picture. `described` is called for a new
 * landscape, `painted` for a new picture. Nothing renders while the surface moves.
 */
export function usePainting(
  frame: (view: View | undefined) => Omit<PictureOptions, 'spec' | 'seed' | 'view'>,
  described: () => void,
  painted?: (reply: PictureReply) => void,
): Painting {
  const shown = useRef<Shown>({ image: null, revision: 0, marks: [] })
  const receive = useEffectEvent((reply: PictureReply, { view: [x0, x1, y0, y1] }: PictureOptions) => {
    const { landscape, bitmap, marks } = reply
    const now = shown.current
    if (landscape && JSON.stringify(landscape) !== JSON.stringify(now.landscape)) {
      now.landscape = landscape
      described()
      requestDraw()
    }
    if (!bitmap) return
    painted?.(reply)
    if (now.image) (now.image.image as ImageBitmap).close()
    now.image = { image: bitmap, x: [x0, x1], y: [y0, y1] }
    now.marks = marks ?? []
    now.revision++
    requestDraw()
  })
  const [painter] = useState(() => new Painter())
  useEffect(() => {
    painter.show = (reply, options) => receive(reply, options)
    return () => painter.close()
  }, [painter])

  const ask = useCallback((): void => {
    const { view } = shown.current
    const { objective: spec, seed } = useExperiment.getState().experiment
    if (spec.kind === 'network') return
    const [[x0, x1], [y0, y1]] = view ? [view.x, view.y] : [unit, unit]
    painter.request({ spec, seed, view: [x0, x1, y0, y1], ...frame(view) })
  }, [painter, frame])
  useEffect(() => {
    ask()
    return useExperiment.subscribe(({ experiment: now }, { experiment: before }) => {
      if (now.objective !== before.objective || now.seed !== before.seed) ask()
    })
  }, [ask])

  const [layer] = useState(() =>
    imageLayer({
      key: 'surface',
      image: () => shown.current.image,
      revision: () => shown.current.revision,
    }),
  )
  const landscape = useCallback(() => shown.current.landscape, [])
  const see = useCallback(
    (view: View): void => {
      shown.current.view = view
      ask()
    },
    [ask],
  )
  return { shown, layer, landscape, see }
}
