// A network on a person's own rows: as many inputs and outputs as they have, the loss that their labels ask for.

import type { DatasetSpec, Loss, NetworkSpec } from '../engine/experiment.ts'
import type { TrainingReading } from './training.ts'

const usualHidden = 8

type Inline = Extract<DatasetSpec, { kind: 'inline' }>
export type OnRows = Pick<NetworkSpec, 'layers' | 'loss' | 'dataset'>

/** The fields that change; the hidden layers stay. One output for two classes and for numbers. */
export function onRows(
  spec: { readonly layers?: unknown },
  { x, y, names }: Pick<Inline, 'x' | 'y'> & Pick<TrainingReading, 'names'>,
): OnRows {
  const sizes = Array.isArray(spec.layers) ? (spec.layers as number[]).slice(1, -1) : [usualHidden]
  const outputs = names.length > 2 ? names.length : 1
  const loss: Loss = names.length > 0 ? 'crossEntropy' : 'squared'
  return { layers: [x[0].length, ...sizes, outputs], loss, dataset: { kind: 'inline', x, y } }
}
