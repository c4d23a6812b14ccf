// Progress of long computations in the worker: a plain object read in frames, like the cursor.

export interface Computing {
  /** The fraction of the data set that is generated, or undefined when it is complete. */
  data: number | undefined
  /** For each run, the fraction of its current step that is done, or undefined while steps are short. */
  steps: (number | undefined)[]
  halted: boolean
}

export const computing: Computing = { data: undefined, steps: [], halted: false }
