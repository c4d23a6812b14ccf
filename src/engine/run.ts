// The one loop: on step t compute dW on the mini-batch X^{t}, let the rule move w, write a row. It has no clock and
// allocates nothing per step. Cutting a run into chunks never changes it.

import type { DescentExperiment, RunSpec } from './experiment.ts'
import { Batches } from './batches.ts'
import { Evaluation, type Allowance } from './evaluation.ts'
import { RowHash } from './hash.ts'
import type { Descent, Objective, Stride } from './objectives/objective.ts'
import { createObjective } from './objectives/create.ts'
import { lackOf, type NoValue } from './noValue.ts'
import { createMemory, optimizerOf, settingsOf } from './optimizers/index.ts'
import { stepOf } from './compiledStep.ts'
import { CompiledRun, type Going } from './compiledRun.ts'
import { moverOf, valuesOf, type Mover } from './optimizers/mover.ts'
import type { Memory, Optimizer, Settings } from './optimizers/optimizer.ts'
import { column, rowWidth, type Detail, type Snapshot } from './row.ts'
import type { RunOptions } from './runOptions.ts'
import { alphaAt } from './schedules/index.ts'

const tooLarge = 1e100

export class Run {
  readonly width: number
  readonly steps: number
  readonly stepsPerEpoch: number
  readonly objective: Objective
  readonly optimizer: Optimizer
  readonly settings: Settings
  readonly hash = new RowHash()
  /** The last computed step, or −1 before the row of the start. */
  step = -1
  /** The first step whose row is not finite or above 1e100. That row is not written, and the run ends. */
  divergedAt: number | undefined
  /** [θ, dW, slots]. */
  private readonly state: Float64Array
  private readonly w: Float64Array
  private readonly dW: Float64Array
  private readonly memory: Memory
  private readonly mover: Mover
  private readonly batches: Batches
  private readonly spec: RunSpec
  private readonly costEvery: number
  private readonly detail: Detail
  private readonly hashing: boolean
  private readonly whole: boolean
  /** Whether α is the same in all epochs. */
  private readonly steady: boolean
  private alpha: number
  private alphaEpoch = -1
  /** Runs the steps between two evaluations of J in one call, if the objective supports it. */
  private readonly descent: Descent | undefined
  private readonly stride: Stride
  /** The whole loop in one module, if it can be compiled. */
  private readonly compiled: CompiledRun | undefined
  private readonly going: Going
  private readonly evaluation: Evaluation
  /** Set while step t has moved w and its row waits for J. */
  private moved = false
  private batchCost = NaN
  /** The state before a step that was interrupted after it moved w. */
  private before: Snapshot | undefined
  /** θ before the current step, kept if J is not defined everywhere. */
  private readonly origin: Float64Array | undefined
  /** J at w if known. With B = m it always is, and dW is its gradient. */
  private cost = NaN

  constructor(experiment: DescentExperiment, index: number, options: RunOptions = {}) {
    const spec = experiment.runs[index]
    const objective = options.objective ?? createObjective(experiment.objective, experiment.seed)
    const m = objective.examples
    const batchSize = spec.batchSize ?? experiment.batchSize
    this.spec = spec
    this.objective = objective
    this.optimizer = optimizerOf(spec)
    this.settings = settingsOf(spec, experiment.convention)
    this.batches = new Batches(experiment.seed, m, batchSize === 'all' ? m : batchSize, experiment.reshuffle)
    this.stepsPerEpoch = this.batches.stepsPerEpoch
    this.whole = this.stepsPerEpoch === 1
    this.steps = spec.steps ?? experiment.steps
    this.costEvery = experiment.costEvery === 'epoch' ? this.stepsPerEpoch : experiment.costEvery
    this.detail = options.detail ?? 'full'
    this.hashing = options.hashing ?? false
    this.alpha = alphaAt(spec.alpha, 0, spec.decay)
    this.steady = spec.decay.kind === 'none'
    const { dimension } = objective
    const { slots } = this.optimizer
    this.width = rowWidth(this.detail, dimension, slots.length)
    this.state = new Float64Array(dimension * (2 + slots.length))
    this.w = this.state.subarray(0, dimension)
    this.dW = this.state.subarray(dimension, 2 * dimension)
    this.evaluation = new Evaluation(objective, this.w, this.dW, options.aside)
    this.memory = createMemory(this.optimizer, dimension, this.state.subarray(2 * dimension))
    this.w.set(experiment.start ?? objective.start)
    this.mover = moverOf(this.optimizer, spec, this.w, this.dW, this.memory, this.settings, stepOf(options))
    this.origin = objective.lacks && this.w.slice()
    this.going = { step: 0, cost: NaN, divergedAt: undefined, origin: this.origin }
    const { settings, state, memory, width } = this
    this.stride = {
      optimizer: spec.optimizer,
      settings,
      state,
      running: Object.keys(this.optimizer.running).map((name) => memory[name]),
      width,
      hash: this.hashing ? this.hash : undefined,
      batchSize: this.batches.batchSize,
      step: 0,
      epoch: 0,
      alpha: 0,
      diverged: false,
    }
    this.descent =
      this.whole || this.evaluation.isLong(this.batches.batchSize)
        ? undefined
        : objective.descent?.(this.stride)
    if (options.from) this.restore(options.from)
    if (options.interpreted) return
    this.compiled = CompiledRun.of({
      experiment,
      spec,
      objective,
      rule: this.optimizer.ruleOf(settings.course, settings.biasCorrection),
      values: valuesOf(this.optimizer, spec, settings),
      batches: this.batches,
      costEvery: this.costEvery,
      steps: this.steps,
      detail: this.detail,
      hashing: this.hashing,
      width,
      state,
      running: this.stride.running,
      hash: this.hash,
    })
  }

  get done(): boolean {
    return this.step >= this.steps || this.divergedAt !== undefined
  }

  /** Why J has no value at the point where the run ended. Such a run did not diverge. */
  get noValue(): NoValue | undefined {
    return this.origin && this.divergedAt !== undefined ? lackOf(this, this.origin) : undefined
  }

  /** Whether the loop is compiled. Otherwise the interpreter runs each step. */
  get isCompiled(): boolean {
    return this.compiled !== undefined
  }

  /** Current θ. Read-only. */
  get parameters(): Float64Array {
    return this.w
  }

  /** The fraction done of an interrupted evaluation, 0 to 1; undefined between steps. */
  get progress(): number | undefined {
    return this.evaluation.progress
  }

  /**
   * Computes and writes up to `maxRows` more rows. Returns how many it wrote. With an allowance (not for full rows) it
   * may stop within a step.
   */
  advance(rows: Float64Array, maxRows: number, allowance?: Allowance): number {
    const { state, w, dW, mover, objective, batches, whole, width, steps } = this
    const { costEvery, stepsPerEpoch, steady, descent, stride, evaluation, origin } = this
    const all = whole ? batches.batchOf(1) : undefined
    const shown = width - column.theta
    this.hash.read(this.detail === 'costs' ? undefined : rows)
    const allowed = this.detail === 'full' ? undefined : allowance
    let written = 0
    if (this.step < 0 && maxRows > 0) {
      const cost = evaluation.evaluate(all, allowed)
      if (cost === undefined) return 0
      this.cost = cost
      if (!(cost <= tooLarge && cost * 0 === 0 && w.every(Number.isFinite))) {
        this.divergedAt = 0
        return 0
      }
      this.step = 0
      rows.fill(0, 0, width)
      rows[column.alpha] = rows[column.batchCost] = NaN
      rows[column.cost] = cost
      // There is no dW yet. Memories have their initial values.
      for (let i = 0; i < shown; i++) if (i < w.length || i >= 2 * w.length) rows[column.theta + i] = state[i]
      if (this.hashing) this.hash.addRow(NaN, NaN, cost, w)
      written = 1
    }
    if (this.compiled) return this.advanceCompiled(rows, written, maxRows, allowed)
    let t = this.step
    let epoch = Math.floor(t / stepsPerEpoch)
    let lastOfEpoch = (epoch + 1) * stepsPerEpoch
    let nextDue = t - (t % costEvery) + costEvery
    while (written < maxRows && t < steps) {
      if (t === lastOfEpoch) {
        epoch++
        lastOfEpoch += stepsPerEpoch
      }
      if (!steady && epoch !== this.alphaEpoch) {
        this.alpha = alphaAt(this.spec.alpha, epoch, this.spec.decay)
        this.alphaEpoch = epoch
      }
      const ahead = Math.min(maxRows - written, nextDue - 1 - t, lastOfEpoch - t, steps - 1 - t)
      if (descent && ahead > 1 && !this.moved) {
        stride.step = t
        stride.epoch = epoch
        stride.alpha = this.alpha
        const got = descent.advance(stride, batches.batchOf(t + 1), ahead, rows, written)
        t += got
        written += got
        this.step = t
        this.cost = NaN
        if (allowed) allowed.examples -= got * stride.batchSize
        if (stride.diverged) {
          this.divergedAt = t + 1
          return written
        }
        continue
      }
      t++
      const due = t === nextDue || t === steps
      if (t === nextDue) nextDue += costEvery
      if (!this.moved) {
        // With B = m, J after step t − 1 and its gradient are J^{t} and dW of step t, so one evaluation serves both.
        const batchCost = whole ? this.cost : evaluation.evaluate(batches.batchOf(t), allowed)
        if (batchCost === undefined) return written
        this.batchCost = batchCost
        if (allowed && (whole || due) && evaluation.isLong(objective.examples)) this.before = this.snapshot()
        origin?.set(w)
        mover.step(this.alpha, t, epoch, batchCost)
        this.moved = true
      }
      const at = written * width
      // Copy now, because the next evaluation overwrites dW.
      for (let i = 0, k = at + column.theta; i < shown; i++) rows[k + i] = state[i]
      const cost =
        all && !allowed
          ? objective.batchCost(w, all, dW)
          : all || due
            ? evaluation.evaluate(all, allowed)
            : NaN
      if (cost === undefined) return written
      this.moved = false
      this.before = undefined
      this.cost = cost
      const { alpha, batchCost } = this
      // x · 0 is 0 for every finite x and NaN otherwise.
      let sum = alpha * 0 + batchCost * 0 + (due ? cost * 0 : 0)
      for (let i = 0; i < w.length; i++) sum += w[i] * 0
      if (sum !== 0 || batchCost > tooLarge || (due && cost > tooLarge)) {
        this.divergedAt = t
        return written
      }
      this.step = t
      rows[at] = t
      rows[at + column.epoch] = epoch
      rows[at + column.alpha] = alpha
      rows[at + column.batchCost] = batchCost
      rows[at + column.cost] = due ? cost : NaN
      if (this.hashing) this.hash.addRow(alpha, batchCost, due ? cost : NaN, w, at + column.alpha)
      written++
    }
    return written
  }

  /** The same loop, compiled. */
  private advanceCompiled(rows: Float64Array, written: number, maxRows: number, allowed?: Allowance): number {
    const { going, batches } = this
    going.step = this.step
    going.cost = this.cost
    const all = this.compiled!.advance(rows, written, maxRows, going)
    this.step = going.step
    this.cost = going.cost
    this.divergedAt = going.divergedAt
    if (allowed) allowed.examples -= (all - written) * batches.batchSize
    return all
  }

  /** Returns the state after the last written row. */
  snapshot(): Snapshot {
    return (
      this.before ?? {
        step: this.step,
        w: this.w.slice(),
        dW: this.dW.slice(),
        memory: Object.values(this.memory).map((array) => array.slice()),
        cost: this.cost,
        hash: this.hash.state(),
      }
    )
  }

  private restore(from: Snapshot): void {
    this.step = from.step
    this.w.set(from.w)
    this.dW.set(from.dW)
    Object.values(this.memory).forEach((array, i) => array.set(from.memory[i]))
    this.cost = from.cost
    this.hash.restore(from.hash)
  }
}
