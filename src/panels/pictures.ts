// The mounted plots by name, so exports find the picture to save.

import type { PlotHandle } from '../plot/index.ts'

const shown = new Map<string, PlotHandle>()

/** Returns a ref callback that registers a plot under its name while it is mounted. */
export const picture =
  (key: string, also?: (handle: PlotHandle | null) => void) =>
  (handle: PlotHandle | null): void => {
    if (handle) shown.set(key, handle)
    else shown.delete(key)
    also?.(handle)
  }

export const pictureOf = (key: string): PlotHandle | undefined => shown.get(key)

/** Returns the names of the mounted plots. */
export const picturesShown = (): readonly string[] => [...shown.keys()]
