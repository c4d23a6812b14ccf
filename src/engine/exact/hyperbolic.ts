// tanh x. Up to |x| = 1 it uses the tenth convergent of Lambert's continued fraction x/(1 + x²/(3 + x²/(5 + …))),
// written as x minus a small correction. Beyond that, 1 − 2/(e²ˣ + 1).

import { exp } from './exponential.ts'

/** tanh x, from −1 to 1. */
export function tanh(x: number): number {
  const size = Math.abs(x)
  if (size < 1e-9) return x // −0 stays −0
  if (size <= 1) {
    const z = x * x
    const over = 218243025 + z * (16081065 + z * (289575 + z * (1430 + z)))
    const under = 654729075 + z * (310134825 + z * (18918900 + z * (315315 + z * (1485 + z))))
    return x - x * ((z * over) / under)
  }
  // Beyond 22, tanh x differs from 1 by less than half a unit in the last place.
  const value = size < 22 ? 1 - 2 / (exp(2 * size) + 1) : size !== size ? size : 1
  return x < 0 ? -value : value
}
