// The course's valley: J = ½(λ₁u² + λ₂v²), u = cos φ·θ₀ + sin φ·θ₁, v = −sin φ·θ₀ + cos φ·θ₁. Its condition number is κ
// = λ₂/λ₁, and the Hessian is R(φ) diag(λ₁, λ₂) R(φ)ᵀ everywhere. Polyak, "Some methods of speeding up the convergence
// of iteration methods" (1964); Goh, "Why momentum really works", Distill (2017).

import { s } from '../formula.ts'
import type { SurfaceSource } from '../language/surfaceProgram.ts'
import { functionsOf } from './plainSurface.ts'
import { quadraticStart } from './quadraticStart.ts'
import { rotation } from './rotation.ts'
import type { Surface, SurfaceWords } from './surface.ts'

export const quadraticWords: SurfaceWords = {
  label: { en: 'Quadratic valley', zh: '二次狭长谷' },
  help: {
    en: 'A bowl with two curvatures that you choose. The larger κ = λ₂/λ₁, the longer the ravine.',
    zh: '两个曲率由你选择的碗。κ = λ₂/λ₁ 越大，谷越狭长。',
  },
  formula: [
    [
      'J = ½',
      { group: [s('lambda1'), { symbol: 'u', power: '2' }, '+', s('lambda2'), { symbol: 'v', power: '2' }] },
    ],
    [s('u'), '= cos', s('phi'), '·', s('theta0'), '+ sin', s('phi'), '·', s('theta1')],
    [s('v'), '= −sin', s('phi'), '·', s('theta0'), '+ cos', s('phi'), '·', s('theta1')],
  ],
  featured: true,
}

/** u and v are coordinates along the valley's axes. c and s are cos φ and sin φ. */
const [u, v] = ['(c*x + s*y)', '(c*y - s*x)']
const quadraticSource: SurfaceSource = {
  value: `0.5*(lambda1*${u}*${u} + lambda2*${v}*${v})`,
  gradient: [`c*(lambda1*${u}) - s*(lambda2*${v})`, `s*(lambda1*${u}) + c*(lambda2*${v})`],
  constants: ['c', 's', 'lambda1', 'lambda2'],
}

/** `curvature` [λ₁, λ₂] ≥ 0, `angle` φ in degrees. */
export function quadratic(curvature: readonly [number, number], angle: number): Surface {
  const [lambda1, lambda2] = curvature
  const [c, s] = rotation(angle)
  const constants = [c, s, lambda1, lambda2]
  const xx = lambda1 * c * c + lambda2 * s * s
  const xy = (lambda1 - lambda2) * c * s
  const yy = lambda1 * s * s + lambda2 * c * c
  return {
    start: quadraticStart,
    source: quadraticSource,
    constants,
    walled: true,
    view: [-11, 5, -4, 4],
    // A flat direction (curvature 0) has no single minimum.
    minima: lambda1 > 0 && lambda2 > 0 ? [[0, 0]] : [],
    saddles: [],
    eigenvalues: lambda1 <= lambda2 ? [lambda1, lambda2] : [lambda2, lambda1],
    ...functionsOf(quadraticSource, constants),
    hessian(_x, _y, out) {
      out[0] = xx
      out[1] = xy
      out[2] = yy
    },
  }
}
