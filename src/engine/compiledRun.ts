// A run's loop compiled to one WebAssembly module: rule, surface and batches. Rows, state and hash equal those of Run,
// bit for bit. The run owns its state, which is copied into the module's memory only during a call.

import type { Batches } from './batches.ts'
import type { DescentExperiment, RunSpec } from './experiment.ts'
import type { RowHash } from './hash.ts'
import { frameOf, type Frame } from './wasm/frame.ts'
import { withHost, type Host } from './wasm/host.ts'
import { factOf, factsText, sureDivisions } from './wasm/sureness.ts'
import { exampleBytes, orderBytes } from './wasm/dealing.ts'
import { trajectoryModule, type Plan } from './wasm/trajectory.ts'
import type { RuleGraph } from './language/lower.ts'
import { programOfRule } from './language/machine.ts'
import { surfaceProgram, type SurfaceProgram } from './language/surfaceProgram.ts'
import type { Rule } from './language/tree.ts'
import type { Objective, Plane } from './objectives/objective.ts'
import type { Detail } from './row.ts'
import { alphaAt } from './schedules/index.ts'

const alphasAt = 8192
const streamsAt = alphasAt + 65536
const rowsAt = streamsAt + 65536
const rowsRoom = 16384
/** Scratch space where rows are written. Its contents do not survive a call. */
export const [scratchAt, scratchDoubles] = [rowsAt, rowsRoom]
const orderAt = rowsAt + 8 * rowsRoom
const mostEpochs = 4096
/** Longest order the module deals. batches.ts shuffles longer ones. */
const mostDealt = 65536

interface Exports {
  run(count: number, rows: number, alphas: number, order: number, streams: number, data: number): number
  deal(stream: number, order: number, m: number, B: number): void
}

export interface Setting {
  readonly experiment: DescentExperiment
  readonly spec: RunSpec
  readonly objective: Objective
  readonly rule: Rule
  readonly values: Readonly<Record<string, number>>
  readonly batches: Batches
  readonly costEvery: number
  readonly steps: number
  readonly detail: Detail
  readonly hashing: boolean
  readonly width: number
  /** [θ, dW, slots], then the rule's running powers. */
  readonly state: Float64Array
  readonly running: readonly Float64Array[]
  readonly hash: RowHash
}

/** The state of a run between two calls. */
export interface Going {
  step: number
  cost: number
  divergedAt: number | undefined
  /** θ before the last step, if requested. */
  readonly origin: Float64Array | undefined
}

const surfaces = new Map<string, SurfaceProgram>()

/** Returns the graph of a surface's formulas. Cached. */
export function programOfSurface({ source }: Plane): {
  readonly key: string
  readonly program: SurfaceProgram
} {
  const key = JSON.stringify([source.value, source.gradient])
  let program = surfaces.get(key)
  if (!program) {
    surfaces.set(key, (program = surfaceProgram(source)))
    if (surfaces.size > 32) surfaces.delete(surfaces.keys().next().value!)
  }
  return { key, program }
}

/** Returns the divisions whose divisor can never be 0 for these parameter values. */
export function sureOf(program: RuleGraph, values: Readonly<Record<string, number>>): ReadonlySet<number> {
  const { rule, graph, outputs } = program
  const known = new Map(rule.parameters.map(({ name, value }) => [name, factOf(values[name] ?? value)]))
  known.set('alpha', factOf(0))
  known.set('alpha', { least0: true, above0: false, share: false })
  const memories = rule.memories.map(({ name, start }, k) => ({ name, start, output: outputs[k + 1] }))
  return sureDivisions(graph, known, memories)
}

export class CompiledRun {
  private readonly exports: Exports
  private readonly host: Host
  private readonly frame: Frame
  private readonly setting: Setting
  private readonly plane: Plane
  private readonly whole: boolean
  private readonly listed: boolean
  private readonly steady: boolean
  private readonly key: string
  private readonly dataAt: number

  private constructor(host: Host, setting: Setting, plane: Plane) {
    const { spec, batches, costEvery, detail, hashing, values } = setting
    this.host = host
    this.setting = setting
    this.plane = plane
    this.whole = batches.stepsPerEpoch === 1
    this.steady = spec.decay.kind === 'none'
    const rule = programOfRule(setting.rule)
    const { key, program: surface } = programOfSurface(plane)
    const kind = this.whole ? 'whole' : plane.batches
    this.listed = kind === 'tilted' || kind === 'examples'
    const facts = factsText(rule.rule.parameters.map(({ name, value }) => values[name] ?? value))
    this.frame = frameOf(rule, surface)
    const plan: Plan = {
      rule,
      surface,
      batches: kind,
      shown: detail,
      hashing,
      everyStep: costEvery === 1,
      steady: this.steady,
      sureRule: sureOf(rule, values),
      sureSurface: new Set(),
    }
    this.key = JSON.stringify([
      setting.rule.source,
      key,
      kind,
      detail,
      hashing,
      plan.everyStep,
      plan.steady,
      facts,
    ])
    this.exports = host.exportsOf<Exports>(this.key, () => trajectoryModule(plan))
    const { examples } = setting.objective
    this.dataAt =
      16 * Math.ceil((orderAt + (this.listed ? orderBytes(examples, batches.stepsPerEpoch) : 0)) / 16)
    host.buffer(this.dataAt + (this.listed ? exampleBytes * examples : 0))
  }

  /** Returns undefined if the run cannot be compiled. The interpreter runs it then. */
  static of(setting: Setting): CompiledRun | undefined {
    const { objective, batches } = setting
    const { plane } = objective
    if (!plane || objective.dimension !== 2) return undefined
    const lists = batches.stepsPerEpoch > 1 && plane.batches !== 'alike'
    if (lists && objective.examples > mostDealt) return undefined
    return withHost((host) => new CompiledRun(host, setting, plane))
  }

  /** Appends up to `maxRows` rows after `written` and returns the new total. */
  advance(rows: Float64Array, written: number, maxRows: number, going: Going): number {
    const { setting, host, frame, whole, steady, listed } = this
    const { width, batches, spec, steps, state, running, hash, hashing } = setting
    const perEpoch = batches.stepsPerEpoch
    let most = Math.floor(rowsRoom / width)
    if (!whole && (listed || !steady)) most = Math.min(most, mostEpochs * perEpoch - perEpoch)
    if (whole && !steady) most = Math.min(most, 8192)
    while (written < maxRows && going.step < steps && going.divergedAt === undefined) {
      const count = Math.min(maxRows - written, steps - going.step, most)
      const epoch = Math.floor(going.step / perEpoch)
      const buffer = host.buffer()
      const numbers = new Float64Array(buffer, 0, frame.length)
      const put = (name: string, value: number): void => {
        numbers[frame.at(name) / 8] = value
      }
      numbers.set(state)
      running.forEach((power, k) => (numbers[state.length + k] = power[0]))
      this.settle(put, going, epoch)
      if (hashing) new Int32Array(buffer, frame.at('hash'), 2).set(hash.state())
      const epochs = whole ? count : Math.ceil(count / perEpoch) + 1
      if (!steady) {
        const alphas = new Float64Array(buffer, alphasAt, epochs)
        for (let e = 0; e < epochs; e++) alphas[e] = alphaAt(spec.alpha, epoch + e, spec.decay)
        put('alpha', alphas[0])
      }
      if (listed) this.prepare(buffer, epoch, epochs)
      const got = this.exports.run(count, rowsAt, alphasAt, orderAt, streamsAt, this.dataAt)
      // Memory can grow, and so change its buffer, only outside of run().
      rows.set(new Float64Array(buffer, rowsAt, got * width), written * width)
      state.set(numbers.subarray(0, state.length))
      running.forEach((power, k) => (power[0] = numbers[state.length + k]))
      if (hashing) {
        const [a, b] = new Int32Array(buffer, frame.at('hash'), 2)
        hash.restore([a, b])
      }
      if (listed) host.resident.set('epoch', batches.orderOf(numbers[frame.at('epoch') / 8]))
      going.cost = numbers[frame.at('cost') / 8]
      going.step += got
      if (going.origin && count > 0)
        for (const i of [0, 1]) going.origin[i] = numbers[frame.at(`origin ${i}`) / 8]
      written += got
      if (got < count) going.divergedAt = going.step + 1
    }
    return written
  }

  /** Copies the run's scalars into the frame after its state. */
  private settle(put: (name: string, value: number) => void, going: Going, epoch: number): void {
    const { setting, plane, whole } = this
    const { batches, spec, steps, costEvery, values, rule, experiment, objective } = setting
    for (const { name, value } of rule.parameters) put(`parameter ${name}`, values[name] ?? value)
    plane.constants.forEach((value, i) => put(`constant ${plane.source.constants![i]}`, value))
    put('t', going.step)
    put('epoch', whole ? going.step : epoch)
    put('alpha', spec.alpha)
    put('cost', going.cost)
    put('due', going.step - (going.step % costEvery) + costEvery)
    put('last', steps)
    put('every', costEvery)
    put('scale', plane.scale)
    put('place', going.step - epoch * batches.stepsPerEpoch)
    put('perEpoch', batches.stepsPerEpoch)
    put('reshuffle', experiment.reshuffle ? 1 : 0)
    put('m', objective.examples)
    put('batchSize', batches.batchSize)
    put('noise', plane.noise)
  }

  /** Writes the examples, the epoch's order and the random states of the following epochs. */
  private prepare(buffer: ArrayBuffer, epoch: number, epochs: number): void {
    const { host, plane, setting, dataAt } = this
    const { batches, objective } = setting
    const { resident } = host
    const m = objective.examples
    if (resident.get('data') !== plane.columns || resident.get('dataAt') !== dataAt) {
      const examples = new Float64Array(buffer, dataAt, (exampleBytes / 8) * m)
      plane.columns.forEach((column, k) => {
        for (let i = 0; i < m; i++) examples[(exampleBytes / 8) * i + k] = column[i]
      })
      resident.set('data', plane.columns).set('dataAt', dataAt)
      // The data may have overwritten the order.
      resident.delete('order')
    }
    const words = new Uint32Array(buffer, streamsAt, 4 * epochs)
    for (let e = 0; e < epochs; e++) batches.streamOf(batches.orderOf(epoch + e), words, 4 * e)
    const order = batches.key
    if (resident.get('order') === order && resident.get('epoch') === batches.orderOf(epoch)) return
    this.exports.deal(streamsAt, orderAt, m, batches.batchSize)
    resident.set('order', order)
  }
}
