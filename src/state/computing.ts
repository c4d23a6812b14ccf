// What the worker is busy with when it takes long: a plain object that frames read, like the cursor.

export interface Computing {
  /** The share of the data set that is made; undefined when it is there. */
  data: number | undefined
  /** For each run the share of its step in work that is done; undefined when steps are short. */
  steps: (number | undefined)[]
  halted: boolean
}

export const computing: Computing = { data: undefined, steps: [], halted: false }
