// The output of a run: rows of doubles, and a state from which it can resume.
//
// A row is [step, epoch, α, J^{t} before the update, J after it (NaN: not computed), θ…, and with 'full' dW…,
// slots…].

/** What a row holds: costs only, costs and θ, or everything that two-parameter plots draw. */
export type Detail = 'costs' | 'weights' | 'full'

/** Index of each quantity in a row. */
export const column = { step: 0, epoch: 1, alpha: 2, batchCost: 3, cost: 4, theta: 5 } as const

/** The state after a step, from which a run resumes with the same bits. Batches follow from seed and epoch. */
export interface Snapshot {
  readonly step: number
  readonly w: Float64Array
  readonly dW: Float64Array
  readonly memory: readonly Float64Array[]
  readonly cost: number
  readonly hash: readonly [number, number]
}

/** The number of doubles in a row. */
export function rowWidth(detail: Detail, dimension: number, slots: number): number {
  return (
    column.theta + (detail === 'costs' ? 0 : dimension) + (detail === 'full' ? dimension * (1 + slots) : 0)
  )
}
