// Runs the modules of sweep.ts. Writes the numbers of the lanes to the module's memory, 64 lanes per group, and advances
// the groups in turn by some steps. A lane that diverges ends, and a copy of another lane takes its place.

import type { BatchPlan } from '../batchPlan.ts'
import { log } from '../exact.ts'
import type { DecaySpec } from '../experiment.ts'
import { lowerRule, type RuleGraph } from '../language/lower.ts'
import { alphaAt } from '../schedules/index.ts'
import type { Host } from './host.ts'
import { factsText } from './sureness.ts'
import { laneFrame, pairsAtOnce, sweepModule, type LaneFrame, type SweepSetting } from './sweep.ts'

/** Lanes per group. Their frames fit the first cache. */
const width = 64
/** Steps whose rates or tilts are in memory at once. */
const stepsAtOnce = 64
/** Numbers of batches that are in memory at once. */
const usualRoom = 3 << 13
const feedAt = 0
const dataAt = feedAt + 8 * stepsAtOnce * width

/** ln 2⁻⁵⁴. If βᵗ is below 2⁻⁵⁴, 1 − βᵗ is 1. */
const leastBits = -54 * log(2)

interface Exports {
  sweep(at: number, end: number, from: number, to: number, target: number, feed: number, data: number): number
}

/** The modules and the frame that all sweeps of a map share. */
export class LaneProgram {
  readonly setting: SweepSetting
  readonly graph: RuleGraph
  readonly frame: LaneFrame
  /** The offsets of the first lane's J, and of its count of rows that are at most the target. */
  readonly costAt: number
  readonly stayAt: number
  private readonly key: string
  private readonly keys = new Map<string, string>()

  /** `least` has a value for each parameter. A fact about it holds in every lane. */
  constructor(setting: SweepSetting, surfaceKey: string, least: Readonly<Record<string, number>>) {
    const { rule, batches, steady, targeted, walled, varied, ones } = setting
    this.setting = setting
    this.graph = lowerRule(rule)
    this.frame = laneFrame(setting)
    this.costAt = (this.frame.pairs + this.frame.at('J 0')) / 8
    this.stayAt = (this.frame.pairs + this.frame.at('stay 0')) / 8
    const facts = factsText(rule.parameters.map(({ name }) => least[name]))
    this.key = JSON.stringify([
      ...['sweep', rule.source, surfaceKey, batches, steady, targeted, walled, facts],
      ...[[...varied], [...ones]],
    ])
  }

  sweep(host: Host, late: ReadonlySet<number>): Exports['sweep'] {
    const lateText = [...late].join()
    let key = this.keys.get(lateText)
    if (key === undefined) this.keys.set(lateText, (key = `${this.key}${lateText}`))
    return host.exportsOf<Exports>(key, () => sweepModule(this.setting, late)).sweep
  }
}

/** One number for all lanes, or one per lane. */
export type Column = number | Float64Array

export interface LaneSetting {
  readonly program: LaneProgram
  readonly lanes: number
  /** By the frame's names `alpha`, `scale`, `parameter …` and `constant …`, and `rate` of an inverse decay (NaN: its own). */
  readonly columns: ReadonlyMap<string, Column>
  readonly start: ArrayLike<number>
  readonly decay: DecaySpec
  readonly steps: number
  readonly perEpoch: number
  readonly target: number | undefined
  readonly noise: number
  /** x₀, x₁ and y of the examples. */
  readonly examples: readonly Float64Array[]
}

/** Receives the step from which a lane keeps the target (NaN: none), its last J, and whether it diverged. */
type Tell = (lane: number, reached: number, cost: number, diverged: boolean) => void

interface Group {
  readonly at: number
  readonly from: number
  readonly size: number
  readonly end: number
  readonly late: Set<number>
  /** The step at which the powers are checked next. */
  look: number
}

export class LaneGroups {
  private readonly host: Host
  private readonly setting: LaneSetting
  private readonly plan: BatchPlan | undefined
  private readonly numbers: Float64Array
  private readonly words: Int32Array
  private readonly groups: Group[] = []
  private readonly hasEnded: Uint8Array
  /** The lane whose rates each lane has. A copy has those of its original. */
  private readonly rateOf: Int32Array
  private readonly room: number
  private tell: Tell = () => {}

  constructor(host: Host, setting: LaneSetting, plan: BatchPlan | undefined) {
    const { lanes, program } = setting
    const { frame, graph } = program
    this.host = host
    this.setting = setting
    this.plan = plan
    const room = Math.max(usualRoom, 4 + 3 * (plan?.counts[0] ?? 0))
    const framesAt = dataAt + 16 * Math.ceil(room / 2)
    this.room = room
    const padded = 2 * pairsAtOnce * Math.ceil(lanes / (2 * pairsAtOnce))
    let at = framesAt
    for (let from = 0; from < padded; from += width) {
      const size = Math.min(width, padded - from)
      const end = at + frame.pairs + (size / 2) * frame.pairBytes
      const look = graph.powers.length > 0 ? 32 : Infinity
      this.groups.push({ at, from, size, end, late: new Set(), look })
      at = end
    }
    // Single runs keep their data in the same memory.
    host.resident.clear()
    this.numbers = new Float64Array(host.buffer(at), 0, at / 8)
    this.words = new Int32Array(this.numbers.buffer)
    // Lanes beyond the last one report nothing.
    this.hasEnded = new Uint8Array(padded).fill(1, lanes)
    this.rateOf = new Int32Array(padded)
    for (let i = 0; i < padded; i++) this.rateOf[i] = Math.min(i, lanes - 1)
    for (const group of this.groups) this.prepare(group)
  }

  /** Returns the index of a number that all lanes share, or of the first lane's number. */
  private place({ at }: Group, name: string): number {
    const { frame } = this.setting.program
    return (at + (frame.isShared(name) ? 0 : frame.pairs) + frame.at(name)) / 8
  }

  /** Writes one number of all lanes of a group. Lanes beyond the last one repeat its value. */
  private put(group: Group, name: string, value: Column): void {
    const { numbers, setting } = this
    const { frame } = setting.program
    let at = this.place(group, name)
    if (frame.isShared(name)) {
      numbers[at] = value as number
      return
    }
    const stride = frame.pairBytes / 8
    if (typeof value === 'number') {
      for (let i = 0; i < group.size; i += 2, at += stride) numbers[at] = numbers[at + 1] = value
      return
    }
    const last = setting.lanes - 1
    for (let i = group.from; i < group.from + group.size; i += 2, at += stride) {
      numbers[at] = value[Math.min(i, last)]
      numbers[at + 1] = value[Math.min(i + 1, last)]
    }
  }

  private prepare(group: Group): void {
    const { setting } = this
    const { columns, start, perEpoch, program } = setting
    const { rule, batches } = program.setting
    for (const [name, column] of columns) if (name !== 'rate') this.put(group, name, column)
    this.put(group, 'w0', start[0])
    this.put(group, 'w1', start[1])
    for (let row = 0; row < program.frame.rows; row++) {
      this.put(group, `J ${row}`, NaN)
      this.put(group, `stay ${row}`, 0)
    }
    this.put(group, 'perEpoch', perEpoch)
    if (batches !== 'alike') this.put(group, 'batchCost', 0)
    rule.memories.forEach(({ start: first }, k) => {
      this.put(group, `m${k} 0`, first)
      this.put(group, `m${k} 1`, first)
    })
    program.graph.powers.forEach((_, k) => this.put(group, `power ${k}`, 1))
  }

  /** Runs all lanes to their ends and reports each end. */
  run(tell: Tell): true {
    this.tell = tell
    const { steps } = this.setting
    let going = this.groups
    // The last row is followed by a move too, which is not used.
    for (let from = 0; from <= steps && going.length > 0;) {
      const to = this.feed(from)
      going = going.filter((group) => this.advance(group, from, to))
      from = to + 1
    }
    for (const group of going) for (let i = 0; i < group.size; i++) this.conclude(group, i, steps, false)
    return true
  }

  /** Returns J of a lane at a recent step. */
  private J(group: Group, lane: number, step: number): number {
    return this.numbers[group.at / 8 + this.setting.program.costAt + this.row(step) + this.offset(lane)]
  }

  /** Returns the offset of a step's row from the first row. */
  private row(step: number): number {
    return 2 * (step & (this.setting.program.frame.rows - 1))
  }

  /** Returns the offset of a lane's numbers from those of the group's first lane. */
  private offset(lane: number): number {
    return (lane >> 1) * (this.setting.program.frame.pairBytes / 8) + (lane & 1)
  }

  /** Writes the batches from step `from` on to memory. Returns the last step whose batch fits. */
  private feed(from: number): number {
    const { setting, plan, numbers } = this
    const { steps, noise, program, decay, examples } = setting
    const { batches } = program.setting
    if (!plan) return decay.kind === 'none' ? steps : Math.min(steps, from + stepsAtOnce - 1)
    const at = dataAt / 8
    const most = Math.min(steps, from + stepsAtOnce - 1)
    // The move after the last row reads a batch of zeros.
    if (batches === 'tilted') {
      const sums = plan.tiltSums()
      for (let n = from; n <= most; n++)
        for (const c of [0, 1])
          numbers[at + 2 * (n - from) + c] = n < steps ? (noise * sums[2 * n + c]) / plan.counts[n] : 0
      return most
    }
    const [x0, x1, y] = examples
    let k = at
    let n = from
    this.batchAt.length = 0
    for (; n <= most; n++) {
      const count = n < steps ? plan.counts[n] : 1
      if (n > from && k - at + 1 + 3 * count > this.room) break
      this.batchAt.push(8 * k)
      numbers[k++] = count
      if (n === steps) numbers.fill(0, k, k + 3)
      else
        for (const end = this.example + count; this.example < end; this.example++) {
          const i = plan.order[this.example]
          numbers[k++] = x0[i]
          numbers[k++] = x1[i]
          numbers[k++] = y[i]
        }
    }
    return n - 1
  }
  /** The index in the plan's order at which the next batch begins. */
  private example = 0
  private readonly batchAt: number[] = []

  /** Advances a group through some steps. Returns false if all its lanes have ended. */
  private advance(group: Group, from: number, to: number): boolean {
    const { setting, host } = this
    const { program, decay, columns } = setting
    const target = setting.target ?? 0
    const steady = decay.kind === 'none'
    const varied = columns.get('alpha') instanceof Float64Array
    if (!steady) this.rates(group, from, to, varied)
    for (let step = from; step <= to;) {
      const stop = Math.min(to, group.look - 1)
      const n = step - from
      const feed = feedAt + n * 8 * (varied ? group.size : 1)
      const data = this.plan
        ? program.setting.batches === 'tilted'
          ? dataAt + 16 * n
          : this.batchAt[n]
        : dataAt
      const { at, end } = group
      const reached = program.sweep(host, group.late)(at, end, step, stop, target, feed, data)
      step = Math.abs(reached)
      if (reached < 0) {
        for (let row = step - program.frame.stepsAtOnce; row < step && row <= to; row++)
          if (!this.endLanes(group, row)) return false
        if (!steady) this.rates(group, from, to, varied)
      }
      if (step === group.look) this.lookAtPowers(group, step)
    }
    return true
  }

  /** Writes α of each lane at each step. */
  private rates(group: Group, from: number, to: number, varied: boolean): void {
    const { setting, numbers, rateOf } = this
    const { decay, perEpoch, columns } = setting
    const of = (name: string, lane: number): number => {
      const column = columns.get(name)!
      return typeof column === 'number' ? column : column[lane]
    }
    const count = varied ? group.size : 1
    for (let i = 0; i < count; i++) {
      const lane = rateOf[group.from + i]
      const [alpha, rate] = [of('alpha', lane), of('rate', lane)]
      const own = rate === rate && decay.kind === 'inverse' ? { ...decay, rate } : decay
      let epoch = -1
      let now = alpha
      for (let step = from; step <= to; step++) {
        const e = Math.floor(step / perEpoch)
        if (e !== epoch) now = alphaAt(alpha, (epoch = e), own)
        numbers[feedAt / 8 + (step - from) * count + i] = now
      }
    }
  }

  /** Finds the powers with 1 − βᵗ = 1 in all lanes after `step` moves. Schedules the next check by how fast they fall. */
  private lookAtPowers(group: Group, step: number): void {
    const { numbers, setting } = this
    const { frame, graph } = setting.program
    group.look = Infinity
    graph.powers.forEach((_, k) => {
      if (group.late.has(k)) return
      const name = `power ${k}`
      const at = this.place(group, name)
      let most = 0
      const lanes = frame.isShared(name) ? 1 : group.size
      for (let i = 0; i < lanes; i++) most = Math.max(most, Math.abs(numbers[at + this.offset(i)]))
      if (1 - most === 1 && 1 + most === 1) group.late.add(k)
      else if (most < 1)
        group.look = Math.min(group.look, Math.max(step + 8, Math.ceil((step * leastBits) / log(most))))
    })
  }

  /** Ends the lanes whose row of `step` is bad, and replaces them by copies of a good lane. Returns false if none is good. */
  private endLanes(group: Group, step: number): boolean {
    const { numbers, setting, rateOf } = this
    const stride = setting.program.frame.pairBytes / 8
    const bad = Array.from({ length: group.size }, (_, lane) => !(this.J(group, lane, step) <= 1e100))
    const living = bad.lastIndexOf(false)
    bad.forEach((isBad, lane) => {
      if (isBad) this.conclude(group, lane, step - 1, true)
    })
    if (living < 0) return false
    const first = (group.at + setting.program.frame.pairs) / 8
    for (let i = 0; i < group.size; i++) {
      if (!bad[i]) continue
      for (let k = 0; k < stride; k += 2)
        numbers[first + k + this.offset(i)] = numbers[first + k + this.offset(living)]
      rateOf[group.from + i] = rateOf[group.from + living]
    }
    return true
  }

  /** Reports the end of a lane whose last good row is that of `step`. */
  private conclude(group: Group, lane: number, step: number, diverged: boolean): void {
    const { setting, hasEnded } = this
    const place = group.from + lane
    if (hasEnded[place] === 1) return
    hasEnded[place] = 1
    const cost = this.J(group, lane, step)
    const { target } = setting
    let reached = NaN
    if (target !== undefined && cost <= target) {
      const stays = group.at / 8 + setting.program.stayAt + this.row(step) + this.offset(lane)
      reached = step + 1 - this.words[2 * stays]
    }
    this.tell(place, reached, cost, diverged)
  }
}

/** Returns a value with only those facts that hold for all values. */
export function weakest(values: readonly number[]): number {
  const rank = (value: number): number => (value > 0 && value < 1 ? 3 : value >= 1 ? 2 : value === 0 ? 1 : 0)
  const has = (kind: number): boolean => values.some((value) => rank(value) === kind)
  if (has(0)) return -1
  if (has(1)) return has(2) ? -1 : 0
  return has(2) ? 1 : 0.5
}
