// A formula in x and y as a tape: a list of operations on numbered results, in typed arrays, evaluated from front to
// back without eval and without allocation. Derivatives are exact: each result carries its gradient and Hessian forward
// by the chain rule. Griewank & Walther, "Evaluating derivatives" (2008), chapters 2 and 13.
// Conventions: |x|' is 0 at 0; min and max take the first on a tie; a direction in which the inside does not move adds
// nothing, even where the outer derivative is infinite.

import { cos, exp, log, powerWhole, sin, tan, tanh } from '../exact.ts'
import type { NoValue } from '../noValue.ts'
import { codes, isBinary, type Line } from './operations.ts'

/** Outer derivative times inner derivative, without 0 · ∞. */
const times = (outer: number, inner: number): number => (inner === 0 ? 0 : outer * inner)

export class Tape {
  private readonly code: Uint8Array
  private readonly left: Uint16Array
  private readonly right: Uint16Array
  private readonly v: Float64Array
  private readonly vx: Float64Array
  private readonly vy: Float64Array
  private readonly vxx: Float64Array
  private readonly vxy: Float64Array
  private readonly vyy: Float64Array

  constructor(lines: readonly Line[]) {
    const n = lines.length
    this.code = Uint8Array.from(lines, (line) => codes[line.operation])
    this.left = Uint16Array.from(lines, (line) => line.left)
    this.right = Uint16Array.from(lines, (line) => line.right)
    // Constants are written once: no operation ever changes them.
    this.v = Float64Array.from(lines, (line) => line.constant)
    this.vx = Float64Array.from(lines, (line) => (line.operation === 'x' ? 1 : 0))
    this.vy = Float64Array.from(lines, (line) => (line.operation === 'y' ? 1 : 0))
    this.vxx = new Float64Array(n)
    this.vxy = new Float64Array(n)
    this.vyy = new Float64Array(n)
  }

  value(x: number, y: number): number {
    const { code, left, right, v } = this
    const n = code.length
    for (let i = 0; i < n; i++) {
      const a = v[left[i]]
      const b = v[right[i]]
      switch (code[i]) {
        case 1: // x
          v[i] = x
          break
        case 2: // y
          v[i] = y
          break
        case 3: // negate
          v[i] = -a
          break
        case 4: // add
          v[i] = a + b
          break
        case 5: // subtract
          v[i] = a - b
          break
        case 6: // multiply
          v[i] = a * b
          break
        case 7: // divide
          v[i] = a / b
          break
        case 8: // power
          v[i] = powerWhole(a, b)
          break
        case 9: // exp
          v[i] = exp(a)
          break
        case 10: // log
          v[i] = log(a)
          break
        case 11: // sqrt
          v[i] = Math.sqrt(a)
          break
        case 12: // sin
          v[i] = sin(a)
          break
        case 13: // cos
          v[i] = cos(a)
          break
        case 14: // tan
          v[i] = tan(a)
          break
        case 15: // tanh
          v[i] = tanh(a)
          break
        case 16: // abs
          v[i] = Math.abs(a)
          break
        case 17: // min
          v[i] = b < a || b !== b ? b : a
          break
        case 18: // max
          v[i] = b > a || b !== b ? b : a
          break
      }
    }
    return v[n - 1]
  }

  /** Writes ∂/∂x, ∂/∂y. */
  gradient(x: number, y: number, out: Float64Array): void {
    this.derive(x, y, false)
    const last = this.v.length - 1
    out[0] = this.vx[last]
    out[1] = this.vy[last]
  }

  /** Writes ∂²/∂x², ∂²/∂x∂y, ∂²/∂y². */
  hessian(x: number, y: number, out: Float64Array): void {
    this.derive(x, y, true)
    const last = this.v.length - 1
    out[0] = this.vxx[last]
    out[1] = this.vxy[last]
    out[2] = this.vyy[last]
  }

  /** Why there is no value or no gradient at a point; undefined where both are there or are only too large for a number. */
  lacks(x: number, y: number): NoValue | undefined {
    this.derive(x, y, false)
    const { code, left, right, v, vx, vy } = this
    let i = v.length - 1
    if (v[i] * 0 === 0) return Number.isFinite(vx[i] + vy[i]) ? undefined : 'slope'
    // Back to the operation whose own numbers were still finite.
    for (;;) {
      const [l, r] = [left[i], right[i]]
      const a = v[l]
      const b = v[r]
      if (isBinary(code[i]) && (b !== b || (a * 0 === 0 && b * 0 !== 0))) i = r
      else if (a * 0 !== 0) i = l
      else return blameOf(code[i], a, b, v[i])
    }
  }

  /** f and its partial derivatives by its one or two insides a and b, then the chain rule. */
  private derive(x: number, y: number, second: boolean): void {
    this.value(x, y)
    const { code, left, right, v, vx, vy, vxx, vxy, vyy } = this
    for (let i = 0; i < code.length; i++) {
      const l = left[i]
      const r = right[i]
      const a = v[l]
      const b = v[r]
      const f = v[i]
      let fa = 0
      let fb = 0
      let faa = 0
      let fab = 0
      let fbb = 0
      switch (code[i]) {
        case 3: // negate
          fa = -1
          break
        case 4: // add
          fa = 1
          fb = 1
          break
        case 5: // subtract
          fa = 1
          fb = -1
          break
        case 6: // multiply
          fa = b
          fb = a
          fab = 1
          break
        case 7: // divide
          fa = 1 / b
          fb = -f / b
          fab = -1 / (b * b)
          fbb = (2 * f) / (b * b)
          break
        case 8: {
          // power
          const slope = powerWhole(a, b - 1)
          fa = b === 0 ? 0 : b * slope
          faa = b === 0 || b === 1 ? 0 : b * (b - 1) * powerWhole(a, b - 2)
          if (vx[r] !== 0 || vy[r] !== 0 || vxx[r] !== 0 || vxy[r] !== 0 || vyy[r] !== 0) {
            // An exponent that moves: aᵇ = e^(b ln a), and 0ᵇ stays 0 for every b near a b above 0.
            const ln = log(a)
            fb = times(ln, f)
            fab = slope + b * times(ln, slope)
            fbb = times(ln * ln, f)
          }
          break
        }
        case 9: // exp
          fa = f
          faa = f
          break
        case 10: // log
          fa = 1 / a
          faa = -1 / (a * a)
          break
        case 11: // sqrt
          fa = 0.5 / f
          faa = -0.25 / (f * a)
          break
        case 12: // sin
          fa = cos(a)
          faa = -f
          break
        case 13: // cos
          fa = -sin(a)
          faa = -f
          break
        case 14: // tan
          fa = 1 + f * f
          faa = 2 * f * fa
          break
        case 15: // tanh
          fa = 1 - f * f
          faa = -2 * f * fa
          break
        case 16: // abs
          fa = Math.sign(a)
          break
        case 17: // min
          if (b < a || b !== b) fb = 1
          else fa = 1
          break
        case 18: // max
          if (b > a || b !== b) fb = 1
          else fa = 1
          break
        default:
          continue
      }
      const ax = vx[l]
      const ay = vy[l]
      const bx = vx[r]
      const by = vy[r]
      vx[i] = times(fa, ax) + times(fb, bx)
      vy[i] = times(fa, ay) + times(fb, by)
      if (!second) continue
      vxx[i] =
        times(fa, vxx[l]) +
        times(fb, vxx[r]) +
        times(faa, ax * ax) +
        times(fbb, bx * bx) +
        times(fab, 2 * ax * bx)
      vxy[i] =
        times(fa, vxy[l]) +
        times(fb, vxy[r]) +
        times(faa, ax * ay) +
        times(fbb, bx * by) +
        times(fab, ax * by + ay * bx)
      vyy[i] =
        times(fa, vyy[l]) +
        times(fb, vyy[r]) +
        times(faa, ay * ay) +
        times(fbb, by * by) +
        times(fab, 2 * ay * by)
    }
  }
}

/** What an operation on finite numbers has no value for; undefined where its value is only too large. */
function blameOf(code: number, a: number, b: number, value: number): NoValue | undefined {
  if (code === codes.log) return a < 0 ? 'log' : 'logOfZero'
  if (code === codes.sqrt) return 'sqrt'
  if (code === codes.divide && b === 0) return 'division'
  if (code !== codes.power) return undefined
  if (a === 0) return 'division'
  return value !== value ? 'power' : undefined
}
