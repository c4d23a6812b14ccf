// Many steps of mini-batch descent in one kernel call: the batches of the coming steps are staged one after the other,
// and the kernel steps through them on its own. At B = 1 the call overhead would otherwise dominate.

import type { Dataset } from '../../datasets/dataset.ts'
import type { Descent, Stride } from '../objective.ts'
import { tileWidth, type Kernel } from './kernel.ts'
import { stage, stageRows } from './stage.ts'

export function createDescent(
  data: Dataset,
  kernel: Kernel,
  lambda: number,
  stride: Stride,
): Descent | undefined {
  const { batchSize } = stride
  const own = kernel.descent?.(stride, lambda)
  if (!own || own.most < 2) return undefined
  const places = Math.ceil(batchSize / tileWidth) * tileWidth
  return {
    advance(now, { examples, from }, count, rows, at) {
      const steps = Math.min(count, own.most)
      const last = Math.min(batchSize, examples.length - from - (steps - 1) * batchSize)
      if (batchSize === 1) stageRows(data, kernel, examples, from, steps)
      else
        for (let s = 0; s < steps; s++)
          stage(data, kernel, examples, from + s * batchSize, s + 1 < steps ? batchSize : last, s * places)
      return own.advance(now, steps, last, rows, at)
    },
  }
}
