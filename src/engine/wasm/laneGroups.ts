// The host's side of sweep.ts: lanes in groups of eight, their numbers in the module's memory, advanced some steps
// at a time; what became of a lane that left the numbers, and its place filled by a copy of one that goes on.

import type { BatchPlan } from '../batchPlan.ts'
import type { DecaySpec } from '../experiment.ts'
import { factsText } from './sureness.ts'
import type { Host } from './host.ts'
import { laneFrame, lanes as width, sweepModule, type LaneFrame } from './sweep.ts'
import { lowerRule, type RuleGraph } from '../language/lower.ts'
import type { Program } from '../language/machine.ts'
import type { SurfaceProgram } from '../language/surfaceProgram.ts'
import type { Rule } from '../language/tree.ts'
import type { Plane } from '../objectives/objective.ts'
import { alphaAt } from '../schedules/index.ts'

export interface LaneSetting {
  readonly rule: Rule
  sure(program: Program, values: Readonly<Record<string, number>>): ReadonlySet<number>
  readonly plane: Plane
  readonly surface: { readonly key: string; readonly program: SurfaceProgram }
  readonly batches: 'alike' | 'tilted' | 'examples'
  readonly decay: DecaySpec
  readonly steps: number
  readonly perEpoch: number
  readonly target: number | undefined
  readonly start: readonly number[]
}

export interface Lane {
  readonly alpha: number
  /** Of an inverse decay; NaN: the decay's own. */
  readonly rate: number
  readonly values: Readonly<Record<string, number>>
  readonly constants: readonly number[]
}

export interface Ended {
  steps: number
  cost: number
  diverged: boolean
}

interface Exports {
  sweep(at: number, from: number, to: number, target: number, feed: number, data: number): number
}

const feedAt = 0
const stepsAtOnce = 256
const dataAt = feedAt + stepsAtOnce * 64
/** Numbers of batches that stand in memory at once. */
const usualRoom = 3 << 16

export class LaneGroups {
  private readonly host: Host
  private readonly setting: LaneSetting
  private readonly lanes: readonly Lane[]
  private readonly plan: BatchPlan | undefined
  /** Doubles for batches, and where the lanes' frames begin behind them. */
  private readonly room: number
  private readonly framesAt: number
  private readonly program: RuleGraph
  private readonly frame: LaneFrame
  private readonly ended: (Ended | undefined)[]
  private readonly numbers: Float64Array
  /** For each parameter a value of which nothing holds that does not hold in every lane. */
  private readonly least: Record<string, number>[] = []
  private readonly facts: string[]
  private readonly late: Set<number>[]

  constructor(host: Host, setting: LaneSetting, lanes: readonly Lane[], plan: BatchPlan | undefined) {
    this.host = host
    this.setting = setting
    this.lanes = lanes
    this.plan = plan
    this.program = lowerRule(setting.rule)
    this.frame = laneFrame(setting.rule, this.program.powers.length, setting.surface.program.constants)
    this.room = Math.max(usualRoom, 1 + 3 * (plan?.counts[0] ?? 0))
    this.framesAt = dataAt + 8 * this.room + (this.room % 2) * 8
    const groups = Math.ceil(lanes.length / width)
    this.ended = lanes.map(() => undefined)
    // What runs in single file keeps its own data there.
    host.resident.clear()
    this.numbers = new Float64Array(host.buffer(this.framesAt + groups * this.frame.bytes))
    this.late = Array.from({ length: groups }, () => new Set<number>())
    this.facts = []
    for (let group = 0; group < groups; group++) this.furnish(group)
  }

  private laneOf(group: number, i: number): Lane {
    return this.lanes[Math.min(group * width + i, this.lanes.length - 1)]
  }

  private place(group: number, name: string): number {
    return (this.framesAt + group * this.frame.bytes + this.frame.at(name)) / 8
  }

  private furnish(group: number): void {
    const { setting, numbers, program } = this
    const { rule, plane, start, surface } = setting
    const put = (name: string, value: (lane: Lane) => number): void => {
      const at = this.place(group, name)
      for (let i = 0; i < width; i++) numbers[at + i] = value(this.laneOf(group, i))
    }
    put('w0', () => start[0])
    put('w1', () => start[1])
    put('alpha', ({ alpha }) => alpha)
    put('scale', () => plane.scale)
    put('over', () => -1)
    put('last', () => NaN)
    put('J', () => NaN)
    put('batchCost', () => 0)
    put('perEpoch', () => setting.perEpoch)
    rule.memories.forEach(({ start: first }, k) => {
      for (const i of [0, 1]) put(`m${k} ${i}`, () => first)
    })
    program.powers.forEach((_, k) => put(`power ${k}`, () => 1))
    for (const { name, value } of rule.parameters)
      put(`parameter ${name}`, ({ values }) => values[name] ?? value)
    surface.program.constants.forEach((name, k) => put(`constant ${name}`, ({ constants }) => constants[k]))
    const least = Object.fromEntries(
      rule.parameters.map(({ name, value }) => [
        name,
        weakest(Array.from({ length: width }, (_, i) => this.laneOf(group, i).values[name] ?? value)),
      ]),
    )
    this.least.push(least)
    this.facts.push(factsText(Object.values(least)))
  }

  private sweepOf(group: number): Exports['sweep'] {
    const { setting, host } = this
    const { surface, batches, decay, target, plane, rule } = setting
    const steady = decay.kind === 'none'
    const late = this.late[group]
    const key = JSON.stringify([
      ...['sweep', rule.source, surface.key, batches, steady, target !== undefined, plane.walled],
      ...[this.facts[group], [...late]],
    ])
    return host.exportsOf<Exports>(key, () =>
      sweepModule({
        rule,
        late,
        surface: surface.program,
        batches,
        steady,
        targeted: target !== undefined,
        walled: plane.walled,
        sure: (program) => setting.sure(program as Program, this.least[group]),
      }),
    ).sweep
  }

  /** What every lane came to. */
  run(): readonly Ended[] {
    const { setting } = this
    const { steps } = setting
    const groups = this.late.length
    const going = new Set(Array.from({ length: groups }, (_, group) => group))
    let from = 0
    do {
      const to = this.feed(from)
      for (const group of going) if (!this.advance(group, from, to)) going.delete(group)
      from = to
    } while (from < steps && going.size > 0)
    for (const group of going) for (let i = 0; i < width; i++) this.conclude(group, i, false)
    return this.ended as Ended[]
  }

  /** Puts the batches from step `from` on into memory; the step up to which they suffice. */
  private feed(from: number): number {
    const { setting, plan, numbers } = this
    const { steps, batches, plane } = setting
    const most = Math.min(steps, from + stepsAtOnce)
    if (!plan) return most
    const at = dataAt / 8
    if (batches === 'tilted') {
      const sums = plan.tiltSums()
      for (let n = 2 * from; n < 2 * most; n++)
        numbers[at + n - 2 * from] = (plane.noise * sums[n]) / plan.counts[n >> 1]
      return most
    }
    const [x0, x1, y] = plane.columns
    let to = from
    let k = at
    if (this.orderFrom !== from)
      this.orderAt = plan.counts.subarray(0, from).reduce((sum, count) => sum + count, 0)
    let example = this.orderAt
    while (to < most && (to === from || k - at + 1 + 3 * plan.counts[to] <= this.room)) {
      const count = plan.counts[to++]
      numbers[k++] = count
      for (const end = example + count; example < end; example++) {
        const i = plan.order[example]
        numbers[k++] = x0[i]
        numbers[k++] = x1[i]
        numbers[k++] = y[i]
      }
    }
    this.orderAt = example
    this.orderFrom = to
    return to
  }
  private orderFrom = -1
  private orderAt = 0

  /** Advances a group from the row of one step to that of another; false if no lane goes on. */
  private advance(group: number, from: number, to: number): boolean {
    const { setting, frame } = this
    const target = setting.target ?? 0
    this.isLate(group)
    if (setting.decay.kind !== 'none') this.rates(group, from, to)
    const at = this.framesAt + group * frame.bytes
    const offset = (step: number): number => this.offsetOf(from, step)
    for (let step = from; ;) {
      const feed = feedAt + (step - from) * 64
      const reached = this.sweepOf(group)(at, step, to, target, feed, dataAt + 8 * offset(step))
      if (this.isFine(group)) return true
      if (!this.bury(group)) return false
      step = reached
    }
  }

  /** Where the data of a step begin, in doubles. */
  private offsetOf(from: number, step: number): number {
    const { setting, plan } = this
    if (!plan || step === from) return 0
    if (setting.batches === 'tilted') return 2 * (step - from)
    let offset = 0
    for (let n = from; n < step; n++) offset += 1 + 3 * plan.counts[n]
    return offset
  }

  /** α of each lane in each step, where it decays. */
  private rates(group: number, from: number, to: number): void {
    const { setting, numbers } = this
    const { decay, perEpoch } = setting
    for (let i = 0; i < width; i++) {
      const { alpha, rate } = this.laneOf(group, i)
      const own = rate === rate && decay.kind === 'inverse' ? { ...decay, rate } : decay
      let epoch = -1
      let now = alpha
      for (let step = from; step < to; step++) {
        const e = Math.floor(step / perEpoch)
        if (e !== epoch) now = alphaAt(alpha, (epoch = e), own)
        numbers[feedAt / 8 + (step - from) * width + i] = now
      }
    }
  }

  /** Looks whether a power has become so small in all lanes that 1 − βᵗ is 1. */
  private isLate(group: number): void {
    const { program, numbers } = this
    const late = this.late[group]
    program.powers.forEach((_, k) => {
      if (late.has(k)) return
      const at = this.place(group, `power ${k}`)
      for (let i = 0; i < width; i++) if (1 - numbers[at + i] !== 1) return
      late.add(k)
    })
  }

  private fine(group: number, i: number): boolean {
    const { numbers, setting } = this
    const J = numbers[this.place(group, 'J') + i]
    const cost = setting.batches === 'alike' ? 0 : numbers[this.place(group, 'batchCost') + i]
    const sum =
      J * 0 + cost * 0 + numbers[this.place(group, 'w0') + i] * 0 + numbers[this.place(group, 'w1') + i] * 0
    return sum === 0 && J <= 1e100 && cost <= 1e100
  }

  private isFine(group: number): boolean {
    for (let i = 0; i < width; i++) if (!this.fine(group, i)) return false
    return true
  }

  /** Ends the lanes that left the numbers and puts a copy of one that goes on in their places; false if none does. */
  private bury(group: number): boolean {
    const { numbers, frame } = this
    let living = -1
    for (let i = 0; i < width; i++) {
      if (this.fine(group, i)) living = i
      else this.conclude(group, i, true)
    }
    if (living < 0) return false
    for (let i = 0; i < width; i++) {
      if (this.fine(group, i)) continue
      for (const name of frame.names) {
        const at = this.place(group, name)
        numbers[at + i] = numbers[at + living]
      }
    }
    this.copied(group, living)
    return true
  }

  /** Lanes that have ended take the rates of the one they are copies of. */
  private copied(group: number, living: number): void {
    if (this.setting.decay.kind === 'none') return
    const { numbers } = this
    for (let i = 0; i < width; i++) {
      if (!this.ended[group * width + i]) continue
      for (let step = 0; step < stepsAtOnce; step++)
        numbers[feedAt / 8 + step * width + i] = numbers[feedAt / 8 + step * width + living]
    }
  }

  private conclude(group: number, i: number, diverged: boolean): void {
    const { numbers, setting, ended } = this
    const place = group * width + i
    if (place >= this.lanes.length || ended[place]) return
    const cost = numbers[this.place(group, 'last') + i]
    const { target } = setting
    // J stays at most the target from the step after the last at which it was above.
    const steps = target !== undefined && cost <= target ? numbers[this.place(group, 'over') + i] + 1 : NaN
    ended[place] = { steps, cost, diverged }
  }
}

/** The value of which least is known: a fact that holds of it holds of all. */
function weakest(values: readonly number[]): number {
  const rank = (value: number): number => (value > 0 && value < 1 ? 3 : value >= 1 ? 2 : value === 0 ? 1 : 0)
  const has = (kind: number): boolean => values.some((value) => rank(value) === kind)
  if (has(0)) return -1
  if (has(1)) return has(2) ? -1 : 0
  return has(2) ? 1 : 0.5
}
