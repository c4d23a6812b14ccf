// The order in which a map's cells are computed: a coarse grid first, then the gaps, halving the spacing each time. A
// first picture appears at once, and each further cell refines it.

export interface MapOrder {
  /** All cells, numbered x fastest. */
  readonly cells: Uint32Array
  /** For each level: how many cells it and the earlier levels have, and the spacing of its grid. */
  readonly levels: readonly { readonly end: number; readonly stride: number }[]
}

/** The first level has at most `coarsest`² cells. */
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
