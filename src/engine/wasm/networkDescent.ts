// The host's side of networkDescent.h: many steps of a rule in one call. A run's state is copied into the kernel's
// memory, advanced there, and copied back, so the runs of a race can share the kernel.

import type { KernelDescent } from '../objectives/network/kernel.ts'
import { tileWidth } from '../objectives/network/kernel.ts'
import type { Stride } from '../objectives/objective.ts'
import { column } from '../row.ts'

/** Maximum slots of a rule in the kernel. */
export const mostSlots = 2
/** In the order of the enum in networkDescent.h. Other rules move w step by step. */
const rules = ['gd', 'momentum', 'nesterov', 'rmsprop', 'adam', 'adamw']

interface Memory {
  readonly buffer: ArrayBuffer
  readonly parameters: number
  readonly room: number
  readonly theta: number
  readonly rows: number
  readonly rowsRoom: number
}

export function descentOf(
  kernel: { descent(): number; descend(): number },
  { buffer, parameters, room, theta, rows: rowsAt, rowsRoom }: Memory,
  { optimizer, settings, state, running, width, hash, batchSize }: Stride,
  lambda: number,
): KernelDescent | undefined {
  const rule = rules.indexOf(optimizer)
  if (rule < 0) return undefined
  // struct Descent: eleven doubles, two pointers, integers.
  const at = kernel.descent()
  const numbers = new Float64Array(buffer, at, 11)
  const whole = new Int32Array(buffer, at + 88, 13)
  const here = new Float64Array(buffer, theta, state.length)
  const written = new Float64Array(buffer, rowsAt, rowsRoom)
  const { beta, beta1, beta2, epsilon, weightDecay, course, biasCorrection } = settings

  const most = Math.floor(
    Math.min(
      rowsRoom / width,
      batchSize === 1 ? room : room / (Math.ceil(batchSize / tileWidth) * tileWidth),
    ),
  )

  function attempt(stride: Stride, count: number, last: number, careful: boolean): number {
    here.set(state)
    numbers[0] = stride.step + 1
    numbers[1] = stride.epoch
    numbers[2] = stride.alpha
    numbers[3] = lambda
    numbers[4] = beta
    numbers[5] = beta1
    numbers[6] = beta2
    numbers[7] = epsilon
    numbers[8] = weightDecay
    for (let i = 0; i < running.length; i++) numbers[9 + i] = running[i][0]
    whole[0] = theta + 16 * parameters
    whole[1] = rowsAt
    whole[2] = rule
    whole[3] = course ? 1 : 0
    whole[4] = biasCorrection ? 1 : 0
    whole[5] = count
    whole[6] = batchSize
    whole[7] = last
    whole[8] = width - column.theta
    whole[9] = hash ? 1 : 0
    if (hash) [whole[10], whole[11]] = hash.state()
    whole[12] = careful ? 1 : 0
    return kernel.descend()
  }

  return {
    most,
    advance(stride, count, last, rows, row) {
      let done = attempt(stride, count, last, false)
      if (done < 0) done = attempt(stride, count, last, true)
      stride.diverged = done < count
      state.set(here)
      // A rule without correction has no powers.
      if (biasCorrection) for (let i = 0; i < running.length; i++) running[i][0] = numbers[9 + i]
      hash?.restore([whole[10], whole[11]])
      rows.set(written.subarray(0, done * width), row * width)
      return done
    },
  }
}
