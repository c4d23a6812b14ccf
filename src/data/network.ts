// Fits a network to the user's rows: as many inputs and outputs as they have, and the loss that their labels require.

import type { DatasetSpec, Loss, NetworkSpec } from '../engine/experiment.ts'
import type { TrainingReading } from './training.ts'

const usualHidden = 8

type Inline = Extract<DatasetSpec, { kind: 'inline' }>
export type OnRows = Pick<NetworkSpec, 'layers' | 'loss' | 'dataset'>

/** Returns the fields that change. Hidden layers stay. Two classes need one output, and so do numbers. */
export function onRows(
  spec: { readonly layers?: unknown },
  { x, y, names }: Pick<Inline, 'x' | 'y'> & Pick<TrainingReading, 'names'>,
): OnRows {
  const sizes = Array.isArray(spec.layers) ? (spec.layers as number[]).slice(1, -1) : [usualHidden]
  const outputs = names.length > 2 ? names.length : 1
  const loss: Loss = names.length > 0 ? 'crossEntropy' : 'squared'
  return { layers: [x[0].length, ...sizes, outputs], loss, dataset: { kind: 'inline', x, y } }
}
