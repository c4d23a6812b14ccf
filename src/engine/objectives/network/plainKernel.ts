// The network's arithmetic in plain TypeScript: the reference, and the fallback where WebAssembly has no SIMD. It takes
// one example at a time, forward then backward, in the order of summation that kernel.ts defines, and allocates nothing
// after creation. With 'float32' every operation is rounded by Math.fround, which gives the bits of float32 hardware
// (double rounding is harmless: 53 ≥ 2·24 + 2 bits).

import type { Architecture } from './architecture.ts'
import { elementaryOf, type Precision } from './elementary.ts'
import { roomFor, tileWidth, type Kernel, type Reals } from './kernel.ts'

export function createPlainKernel(
  architecture: Architecture,
  precision: Precision,
  examples: number,
): Kernel {
  const { sizes, parameters, activation, output, targets, weightsAt, biasesAt } = architecture
  const depth = sizes.length - 1
  const outputCount = sizes[depth]
  const { round: f, tanh, sigmoid, exponential, softplus, logarithm, ln2 } = elementaryOf(precision)
  const reals = (count: number): Reals =>
    precision === 'float32' ? new Float32Array(count) : new Float64Array(count)
  const room = roomFor(architecture, examples)
  const laneCount = precision === 'float32' ? 4 : 2
  const x = reals(room * sizes[0])
  const y = reals(room * targets)
  const losses = reals(room)
  const outputs = reals(room * outputCount)
  const weights = reals(parameters)
  const lanes = Array.from({ length: laneCount }, () => reals(parameters))
  const lossLanes = reals(laneCount)
  const totals = new Float64Array(parameters)
  const a = sizes.map((n) => reals(n))
  const deltas = sizes.map((n) => reals(n))
  const theta = new Float64Array(parameters)
  const quarters = new Float32Array(4)
  let lossTotal = 0

  function forward(): void {
    for (let l = 1; l <= depth; l++) {
      const before = a[l - 1]
      const here = a[l]
      const columns = before.length
      let k = weightsAt[l]
      for (let j = 0; j < here.length; j++) {
        let sum = weights[biasesAt[l] + j]
        let c = 0
        // In float32, add eight or four products at a time.
        if (laneCount === 4)
          for (let N; c + 4 <= columns; c += N, k += N) {
            N = c + 8 <= columns ? 8 : 4
            for (let i = 0; i < 4; i++) {
              quarters[i] = weights[k + i] * before[c + i]
              if (N === 8) quarters[i] += f(weights[k + 4 + i] * before[c + 4 + i])
            }
            sum = f(sum + f(f(quarters[0] + quarters[2]) + f(quarters[1] + quarters[3])))
          }
        for (; c < columns; c++) sum = f(sum + f(weights[k++] * before[c]))
        if (l === depth) here[j] = sum
        else if (activation === 'tanh') here[j] = tanh(sum)
        else if (activation === 'relu') here[j] = sum <= 0 ? 0 : sum
        else here[j] = sigmoid(sum)
      }
    }
  }

  /** Turns z of the last layer into ŷ in place, writes ∂L/∂z and returns L. `at` is the index of y. */
  function judge(at: number): number {
    const z = a[depth]
    const delta = deltas[depth]
    if (output === 'sigmoid') {
      const logit = z[0]
      const loss = f(f((logit > 0 ? logit : 0) - f(logit * y[at])) + softplus(logit))
      z[0] = sigmoid(logit)
      delta[0] = f(z[0] - y[at])
      return loss
    }
    if (output === 'linear') {
      let sum = 0
      for (let j = 0; j < outputCount; j++) {
        const miss = f(z[j] - y[at + j * tileWidth])
        delta[j] = miss
        sum = f(sum + f(0.5 * f(miss * miss)))
      }
      return sum
    }
    const label = y[at]
    let top = z[0]
    for (let j = 1; j < outputCount; j++) if (z[j] > top) top = z[j]
    let sum = 0
    let right = 0
    for (let j = 0; j < outputCount; j++) {
      const below = f(z[j] - top)
      if (j === label) right = below
      z[j] = exponential(below)
      sum = f(sum + z[j])
    }
    let mantissa = sum
    let twos = 0
    for (let limit = 2; limit <= outputCount; limit *= 2)
      if (mantissa >= 2) {
        mantissa *= 0.5
        twos++
      }
    for (let j = 0; j < outputCount; j++) {
      z[j] = f(z[j] / sum)
      delta[j] = f(z[j] - (j === label ? 1 : 0))
    }
    return f(f(f(twos * ln2) + logarithm(f(f(mantissa - 1) / f(mantissa + 1)))) - right)
  }

  function backward(lane: Reals): void {
    // In float32, the error of a single output is multiplied last.
    let share = 1
    if (laneCount === 4 && outputCount === 1) {
      share = deltas[depth][0]
      deltas[depth][0] = 1
    }
    for (let l = depth; l >= 1; l--) {
      const delta = deltas[l]
      const before = a[l - 1]
      const columns = before.length
      let k = weightsAt[l]
      for (let j = 0; j < delta.length; j++) {
        const d = f(delta[j] * share)
        for (let c = 0; c < columns; c++, k++) lane[k] = f(lane[k] + f(d * before[c]))
        lane[biasesAt[l] + j] = f(lane[biasesAt[l] + j] + d)
      }
      if (l === 1) break
      const other = deltas[l - 1]
      for (let c = 0; c < columns; c++) {
        let sum = 0
        for (let j = 0, i = weightsAt[l] + c; j < delta.length; j++, i += columns)
          sum = f(sum + f(weights[i] * delta[j]))
        const value = before[c]
        if (activation === 'tanh') other[c] = f(sum * f(1 - f(value * value)))
        else if (activation === 'relu') other[c] = value <= 0 ? 0 : sum
        else other[c] = f(sum * f(value * f(1 - value)))
      }
    }
  }

  return {
    precision,
    room,
    x,
    y,
    losses,
    outputs,
    begin(w) {
      theta.set(w)
      weights.set(w)
      for (const lane of lanes) lane.fill(0)
      lossLanes.fill(0)
      totals.fill(0)
      lossTotal = 0
    },
    add(count, gradient, wantOutputs) {
      const input = a[0]
      for (let p = 0; p < count; p++) {
        const column = p % tileWidth
        const tile = p - column
        for (let k = 0; k < input.length; k++) input[k] = x[tile * input.length + k * tileWidth + column]
        forward()
        const loss = judge(tile * targets + column)
        const lane = p % laneCount
        losses[p] = loss
        lossLanes[lane] = f(lossLanes[lane] + loss)
        if (wantOutputs)
          for (let j = 0; j < outputCount; j++)
            outputs[tile * outputCount + j * tileWidth + column] = a[depth][j]
        if (gradient) backward(lanes[lane])
      }
    },
    fold(gradient) {
      const [l0, l1, l2, l3] = lossLanes
      lossTotal += laneCount === 2 ? l0 + l1 : f(f(l0 + l2) + f(l1 + l3))
      lossLanes.fill(0)
      if (!gradient) return
      const [a0, a1, a2, a3] = lanes
      for (let i = 0; i < parameters; i++)
        totals[i] += laneCount === 2 ? a0[i] + a1[i] : f(f(a0[i] + a2[i]) + f(a1[i] + a3[i]))
      for (const lane of lanes) lane.fill(0)
    },
    finish(count, lambda, dW) {
      if (dW) for (let i = 0; i < parameters; i++) dW[i] = totals[i] / count
      const cost = lossTotal / count
      if (lambda === 0) return cost
      const share = lambda / count
      let squares = 0
      for (let l = 1; l <= depth; l++)
        for (let i = weightsAt[l]; i < biasesAt[l]; i++) {
          squares += theta[i] * theta[i]
          if (dW) dW[i] += share * theta[i]
        }
      return cost + 0.5 * share * squares
    },
  }
}
