// The plots that are on the page, so that the export finds the picture it is to save.

import type { PlotHandle } from '../plot/index.ts'

const shown = new Map<string, PlotHandle>()

/** A ref callback for a plot: enters it under its name while it is on the page. */
export const picture =
  (key: string, also?: (handle: PlotHandle | null) => void) =>
  (handle: PlotHandle | null): void => {
    if (handle) shown.set(key, handle)
    else shown.delete(key)
    also?.(handle)
  }

export const pictureOf = (key: string): PlotHandle | undefined => shown.get(key)

/** The names of the plots that are on the page. */
export const picturesShown = (): readonly string[] => [...shown.keys()]
