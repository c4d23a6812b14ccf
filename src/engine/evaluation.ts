// One evaluation of J or J^{t} at a run's parameters. If the objective supports it, a long evaluation stops when its
// slice's allowance of examples is used up, and the next call resumes it.

import type { Batch, Objective, Pass } from './objectives/objective.ts'

/** Examples that a slice may still read. */
export interface Allowance {
  examples: number
}

/** Wraps evaluations of J made only for display, so timing can exclude them. */
export interface Aside {
  begin(): void
  end(): void
}

/** Evaluations of more numbers than this (examples × parameters) run in slices. */
const longPass = 200_000

export class Evaluation {
  private readonly objective: Objective
  private readonly w: Float64Array
  private readonly dW: Float64Array
  private readonly aside: Aside | undefined
  private pending: Pass | undefined

  constructor(objective: Objective, w: Float64Array, dW: Float64Array, aside?: Aside) {
    this.objective = objective
    this.w = w
    this.dW = dW
    this.aside = aside
  }

  /** The fraction done of an interrupted evaluation, 0 to 1; undefined if there is none. */
  get progress(): number | undefined {
    return this.pending && this.pending.done / this.pending.examples
  }

  isLong(examples: number): boolean {
    return examples * this.objective.dimension > longPass
  }

  /**
   * Returns J^{t} and writes dW for a batch, or returns J without one. Returns undefined if the allowance runs out
   * first.
   */
  evaluate(batch: Batch | undefined, allowance: Allowance | undefined): number | undefined {
    if (batch) return this.within(batch, allowance)
    this.aside?.begin()
    const cost = this.within(batch, allowance)
    this.aside?.end()
    return cost
  }

  private within(batch: Batch | undefined, allowance: Allowance | undefined): number | undefined {
    const { objective, w, dW } = this
    const examples = batch ? batch.count : objective.examples
    if (!this.pending) {
      if (allowance && objective.pass && this.isLong(examples))
        this.pending = objective.pass(w, batch, batch && dW)
      else {
        if (allowance) allowance.examples -= examples
        return batch ? objective.batchCost(w, batch, dW) : objective.cost(w)
      }
    }
    const { pending } = this
    const before = pending.done
    const read = pending.advance(allowance ? Math.max(1, allowance.examples) : pending.examples)
    if (allowance) allowance.examples -= pending.done - before
    if (!read) return undefined
    this.pending = undefined
    return pending.finish()
  }
}
