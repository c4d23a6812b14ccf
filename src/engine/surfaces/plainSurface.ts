// Builds a surface from its text: J, gradient, Hessian and formula. The graph is built on first use.

import {
  interpretSurface,
  surfaceProgram,
  type SurfaceFunctions,
  type SurfaceSource,
} from '../language/surfaceProgram.ts'
import { typesetSurface } from '../language/typeset.ts'
import type { PlainSurface, Surface } from './surface.ts'

type Functions = 'value' | 'gradient' | 'both' | 'hessian'

/** J and its derivatives, computed by the interpreter. */
export function functionsOf(source: SurfaceSource, constants: readonly number[]): Pick<Surface, Functions> {
  let made: SurfaceFunctions | undefined
  const functions = (): SurfaceFunctions => (made ??= interpretSurface(surfaceProgram(source), constants))
  return {
    value: (x, y) => functions().value(x, y),
    gradient: (x, y, out) => functions().gradient(x, y, out),
    both: (w, dW) => functions().both(w, dW),
    hessian: (x, y, out) => functions().hessian(x, y, out),
  }
}

export const plainSurface = (
  surface: Omit<PlainSurface, Functions | 'formula' | 'constants'>,
): PlainSurface => {
  let formula: PlainSurface['formula'] | undefined
  return {
    ...surface,
    constants: [],
    get formula() {
      return (formula ??= [typesetSurface(surface.source.value)])
    },
    ...functionsOf(surface.source, []),
  }
}
