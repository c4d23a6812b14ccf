// One epoch cut into mini-batches: X^{k} takes places (k − 1)B + 1 to kB of the epoch's order, and the last one takes
// the rest.

export interface Cut {
  readonly m: number
  readonly batchSize: number
  /** ⌈m/B⌉. */
  readonly stepsPerEpoch: number
}

/** Returns the epoch (from 0) of step t and the number k of its mini-batch (from 1). Before the first step k is 0. */
export function placeOf({ stepsPerEpoch }: Cut, step: number): { epoch: number; k: number } {
  if (step < 1) return { epoch: 0, k: 0 }
  const epoch = Math.floor((step - 1) / stepsPerEpoch)
  return { epoch, k: step - epoch * stepsPerEpoch }
}

/** Returns the first and last place, from 1, of X^{k} in the epoch's order. */
export const placesOf = ({ m, batchSize }: Cut, k: number): readonly [number, number] => [
  (k - 1) * batchSize + 1,
  Math.min(m, k * batchSize),
]

/** Returns the number of examples in X^{k}. */
export const sizeOfCut = (cut: Cut, k: number): number => {
  const [from, to] = placesOf(cut, k)
  return to - from + 1
}

const mostPieces = 16

/** Returns the pieces to draw: all, or the first few, a gap (0) and the last. */
export function piecesOf({ stepsPerEpoch }: Cut): readonly number[] {
  if (stepsPerEpoch <= mostPieces) return Array.from({ length: stepsPerEpoch }, (_, i) => i + 1)
  return [1, 2, 3, 0, stepsPerEpoch - 1, stepsPerEpoch]
}
