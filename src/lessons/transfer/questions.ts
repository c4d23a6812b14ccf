// All transfer questions, by lesson.

import { averages, correction } from './averages.ts'
import { cost, map, miniBatch, size } from './early.ts'
import { decay, localOptima } from './late.ts'
import { adam, momentum, rmsprop } from './optimizers.ts'
import type { Questions } from '../../course/transfer.ts'

export const questions: Questions = {
  'reading-the-map': map,
  'mini-batch': miniBatch,
  'reading-the-cost': cost,
  'batch-size': size,
  averages,
  'bias-correction': correction,
  momentum,
  rmsprop,
  adam,
  decay,
  'local-optima': localOptima,
}
