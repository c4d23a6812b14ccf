// The order in which the cells of a map are computed: a coarse net first, then the gaps, halving the distance each time, so
// that a first picture is there at once and every further cell makes it finer.

export interface MapOrder {
  /** All cells, numbered x fastest. */
  readonly cells: Uint32Array
  /** How many cells each level and those before it have, and the distance of its net. */
  readonly levels: readonly { readonly end: number; readonly stride: number }[]
}

/** At most `coarsest`² cells stand in the first level. */
export function mapOrder(nx: number, ny: number, coarsest = 8): MapOrder {
  let stride = 1
  while (Math.ceil(nx / stride) > coarsest || Math.ceil(ny / stride) > coarsest) stride *= 2
  const cells = new Uint32Array(nx * ny)
  const levels: { end: number; stride: number }[] = []
  let end = 0
  for (let before = 0; stride >= 1; before = stride, stride /= 2) {
    for (let j = 0; j < ny; j += stride)
      for (let i = 0; i < nx; i += stride)
        if (before === 0 || i % before !== 0 || j % before !== 0) cells[end++] = j * nx + i
    levels.push({ end, stride })
  }
  return { cells, levels }
}
