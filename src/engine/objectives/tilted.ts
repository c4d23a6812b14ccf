// Gives a surface examples: example i sees it tilted, Jᵢ(θ) = c·J(θ) + ξᵢ·θ, with Σ ξᵢ = 0 and each component of
// population standard deviation `noise`. All m together are exactly c·J. A batch of B feels the remaining tilt, so B =
// 1 is real stochastic gradient descent and B = m has no noise.

import { stream } from '../random.ts'
import type { Point, Surface } from '../surfaces/surface.ts'
import type { Batch } from './objective.ts'
import type { KnownObjective } from './plane.ts'
import { normalize, shift, sum } from './sums.ts'

/**
 * Returns m numbers of mean 0 and population standard deviation 1 (0 when m = 1). The draws do not depend on the noise.
 */
export function unitTilts(m: number, seed: number, name: string): Float64Array {
  const draws = stream(seed, name)
  const tilts = new Float64Array(m)
  for (let i = 0; i < m; i++) tilts[i] = draws.normal()
  if (m === 1) return tilts.fill(0)
  // Two passes: the first leaves rounding errors the size of the draws' mean, the second a negligible one.
  for (let pass = 0; pass < 2; pass++) {
    shift(tilts, sum(tilts) / m)
    normalize(tilts)
  }
  return tilts
}

/** Returns two eigenvalues times c, ascending. */
export function scaled([least, largest]: Point, scale: number): Point {
  return scale >= 0 ? [scale * least, scale * largest] : [scale * largest, scale * least]
}

/** `scale` c multiplies J, not the tilts. */
export function tilted(
  surface: Surface,
  { m, noise, scale }: { readonly m: number; readonly noise: number; readonly scale: number },
  seed: number,
): KnownObjective {
  const silent = noise === 0
  const tiltX = silent ? new Float64Array(0) : unitTilts(m, seed, 'tilt0')
  const tiltY = silent ? new Float64Array(0) : unitTilts(m, seed, 'tilt1')
  const { eigenvalues, both, lacks } = surface

  function gradient(w: Float64Array, out: Float64Array): void {
    surface.gradient(w[0], w[1], out)
    out[0] *= scale
    out[1] *= scale
  }

  return {
    dimension: 2,
    examples: m,
    start: Float64Array.from(surface.start),
    cost: (w) => scale * surface.value(w[0], w[1]),
    batchCost(w: Float64Array, batch: Batch, dW: Float64Array): number {
      let cost = both(w, dW)
      if (scale !== 1) {
        cost *= scale
        dW[0] *= scale
        dW[1] *= scale
      }
      // The tilt over all m examples is 0 by definition, so it is not summed.
      if (silent || batch.whole) return cost
      const { examples, from, count } = batch
      let sumX = 0
      let sumY = 0
      for (let k = from; k < from + count; k++) {
        const i = examples[k]
        sumX += tiltX[i]
        sumY += tiltY[i]
      }
      const meanX = (noise * sumX) / count
      const meanY = (noise * sumY) / count
      dW[0] += meanX
      dW[1] += meanY
      return cost + (meanX * w[0] + meanY * w[1])
    },
    lacks: lacks && ((w) => lacks(w[0], w[1])),
    plane: {
      source: surface.source,
      constants: surface.constants,
      walled: surface.walled ?? false,
      scale,
      batches: silent ? 'alike' : 'tilted',
      noise,
      columns: silent ? [] : [tiltX, tiltY],
    },
    landscape: {
      // An inverted (c < 0) or flat (c = 0) surface has no minimum.
      minima: scale > 0 ? surface.minima : [],
      saddles: surface.saddles,
      view: surface.view,
      eigenvalues: eigenvalues && scaled(eigenvalues, scale),
      value: (x, y) => scale * surface.value(x, y),
      gradient,
      hessian(w, out) {
        surface.hessian(w[0], w[1], out)
        for (let i = 0; i < 3; i++) out[i] *= scale
      },
    },
  }
}
