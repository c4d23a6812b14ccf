// Many trajectories of two parameters in lockstep: pairs of lanes, four pairs at once, so that the processor always has work
// while a division or a root is under way. Each lane has the bits of the single run. A step whose row is not finite in some lane
// leaves the loop before it is taken, and the host says what became of that lane.

import { lowerRule } from '../language/lower.ts'
import type { Operation } from '../language/operations.ts'
import type { SurfaceProgram } from '../language/surfaceProgram.ts'
import type { Rule } from '../language/tree.ts'
import { calls, pairArithmetic, type Operand } from './arithmetic.ts'
import { Body, moduleBytes, type Local } from './assembler.ts'
import { Emission } from './emission.ts'
import { pairFunction } from './pairFunctions.ts'
import { importsOf } from './trajectory.ts'

/** Pairs of lanes at once, and lanes. */
const together = 4
export const lanes = 2 * together
const stride = 16 * together

export interface SweepPlan {
  readonly rule: Rule
  /** Powers βᵗ that are so small that 1 − βᵗ is 1 in every lane. */
  readonly late: ReadonlySet<number>
  readonly surface: SurfaceProgram
  readonly batches: 'alike' | 'tilted' | 'examples'
  readonly steady: boolean
  readonly targeted: boolean
  /** J is no number, or too large, wherever w is not finite. */
  readonly walled: boolean
  sure(program: ReturnType<typeof lowerRule>): ReadonlySet<number>
}

/** The addresses of a group's numbers: eight lanes each. */
export interface LaneFrame {
  at(name: string): number
  readonly names: readonly string[]
  readonly bytes: number
}

export function laneFrame(rule: Rule, powers: number, constants: readonly string[]): LaneFrame {
  const names = [
    ...['w0', 'w1', 'alpha', 'J', 'last', 'over', 'batchCost', 'scale', 'perEpoch'],
    ...rule.memories.flatMap((_, k) => [`m${k} 0`, `m${k} 1`]),
    ...Array.from({ length: powers }, (_, k) => `power ${k}`),
    ...rule.parameters.map(({ name }) => `parameter ${name}`),
    ...constants.map((name) => `constant ${name}`),
  ]
  const places = new Map(names.map((name, i) => [name, stride * i]))
  return { at: (name) => places.get(name)!, names, bytes: stride * names.length }
}

/** The bytes of a module that exports `sweep(at, from, to, target, feed, data)`, which returns the step it has come to. */
export function sweepModule(plan: SweepPlan): Uint8Array {
  const program = lowerRule(plan.rule, plan.late)
  const operations = [...program.graph.nodes, ...plan.surface.graph.nodes].map(({ operation }) => operation)
  const imports = importsOf(operations)
  const used = imports.map(({ name }) => name as Operation)
  const callOf = (operation: Operation): number => imports.length + used.indexOf(operation)
  const body = new Body(['i32', 'f64', 'f64', 'f64', 'i32', 'i32'], ['f64'])
  new Sweep(plan, program, body, callOf).emit()
  return moduleBytes(imports, [
    ...used.filter((name) => calls.has(name)).map((name, i) => ({ body: pairFunction(name, i) })),
    { name: 'sweep', body },
  ])
}

type Program = ReturnType<typeof lowerRule>

class Sweep {
  private readonly plan: SweepPlan
  private readonly program: Program
  private readonly body: Body
  private readonly frame: LaneFrame
  private readonly rule: Emission
  private readonly surface: Emission
  private readonly zero: Local
  private readonly numbers = new Map<string, Local>()
  private readonly held = new Map<string, Local[]>()
  /** Steps an epoch, where the rule asks for the epoch. */
  private perEpoch: Local[] | undefined

  constructor(plan: SweepPlan, program: Program, body: Body, callOf: (operation: Operation) => number) {
    this.plan = plan
    this.program = program
    this.body = body
    this.zero = body.parameter(0)
    this.frame = laneFrame(plan.rule, program.powers.length, plan.surface.constants)
    const constantOf = (value: number): Local => this.number(value)
    const arithmetic = pairArithmetic(body, callOf, constantOf)
    this.rule = new Emission(body, arithmetic, program.graph, plan.sure(program), together)
    this.surface = new Emission(body, arithmetic, plan.surface.graph, new Set(), together)
  }

  /** A number in both places, made before the loop. */
  private number(value: number): Local {
    const key = Object.is(value, -0) ? '-0' : String(value)
    const known = this.numbers.get(key)
    if (!known) throw new RangeError(`${key} was not made before the loop`)
    return known
  }

  private makeNumbers(): void {
    const { plan, program, body } = this
    const values = [0, 1, -1, 0.5, 2, 1e100, 1e-300, 1e-150, 1e-30]
    for (const graph of [program.graph, plan.surface.graph])
      for (const { operation, value } of graph.nodes) if (operation === 'number') values.push(value)
    for (const value of values) {
      const key = Object.is(value, -0) ? '-0' : String(value)
      if (this.numbers.has(key)) continue
      const local = body.local('v128')
      body.pair(value).set(local)
      this.numbers.set(key, local)
    }
  }

  /** The four variables of a number that each lane has for itself. */
  private lanesOf(name: string): Local[] {
    const known = this.held.get(name)
    if (known) return known
    const at = this.frame.at(name)
    const locals = Array.from({ length: together }, (_, p) => {
      const local = this.body.local('v128')
      this.body
        .get(this.zero)
        .vectorAccess('load', at + 16 * p)
        .set(local)
      return local
    })
    this.held.set(name, locals)
    return locals
  }

  private push(operand: Operand): Body {
    return this.body.get(typeof operand === 'number' ? this.number(operand) : operand)
  }

  private each(work: (p: number) => void): void {
    for (let p = 0; p < together; p++) work(p)
  }

  emit(): void {
    const { plan, program, body, rule, surface } = this
    const [from, to, target, feed, data] = [1, 2, 3, 4, 5].map((i) => body.parameter(i))
    const { memories, parameters } = plan.rule
    this.makeNumbers()
    const w = [this.lanesOf('w0'), this.lanesOf('w1')]
    const slots = memories.map((_, k) => [this.lanesOf(`m${k} 0`), this.lanesOf(`m${k} 1`)])
    const power = program.powers.map((_, k) => this.lanesOf(`power ${k}`))
    const [alpha, scale, last, over, J, batchCost] = ['alpha', 'scale', 'last', 'over', 'J', 'batchCost'].map(
      (name) => this.lanesOf(name),
    )
    const g = [0, 1].map(() => Array.from({ length: together }, () => body.local('v128')))
    const goal = body.local('v128')
    body.get(target).simd('f64x2.splat').set(goal)
    const t = body.local('f64')
    const now = body.local('v128')
    body.get(from).set(t)
    for (const { name } of parameters)
      this.lanesOf(`parameter ${name}`).forEach((local, p) => rule.give(name, local, p))
    for (const name of plan.surface.constants)
      this.lanesOf(`constant ${name}`).forEach((local, p) => surface.give(name, local, p))
    rule.give('n', this.number(2))
    if (program.graph.inputs.includes('epoch')) this.perEpoch = this.lanesOf('perEpoch')
    const needed = program.graph.needed([
      ...program.outputs,
      ...program.powers.filter((_, k) => !plan.late.has(k)).map(({ node }) => node),
    ])
    rule.compute(
      needed.filter((node) => program.levels[node] === 0),
      false,
    )
    this.each((p) => {
      surface.give('x', w[0][p], p)
      surface.give('y', w[1][p], p)
    })
    const both = [plan.surface.value, ...plan.surface.gradient]
    const evaluated = plan.batches === 'examples' ? [plan.surface.value] : both

    body.block('block', () => {
      body.block('loop', () => {
        surface.compute(plan.surface.graph.needed(evaluated), false)
        this.each((p) => {
          this.push(surface.value(plan.surface.value, p)).get(scale[p]).simd('f64x2.mul').set(J[p])
          if (evaluated !== both) return
          plan.surface.gradient.forEach((node, i) => {
            this.push(surface.value(node, p)).get(scale[p]).simd('f64x2.mul').set(g[i][p])
          })
        })
        body.get(t).simd('f64x2.splat').set(now)
        this.leave(w, J, batchCost)
        this.each((p) => {
          if (plan.targeted)
            body.get(now).get(over[p]).get(J[p]).get(goal).simd('f64x2.gt', 'v128.bitselect').set(over[p])
          body.get(J[p]).set(last[p])
        })
        body.get(t).get(to).do('f64.ge').branchIf(1)

        if (!plan.steady) {
          this.each((p) =>
            body
              .get(feed)
              .vectorAccess('load', 16 * p)
              .set(alpha[p]),
          )
          body.get(feed).i32(stride).do('i32.add').set(feed)
        }
        if (plan.batches === 'tilted') this.tilt(data, w, g, J, batchCost)
        if (plan.batches === 'examples') this.sumExamples(data, w, g, scale, batchCost)
        body.get(t).f64(1).do('f64.add').set(t)
        this.move(t, w, g, slots, power, alpha, plan.batches === 'alike' ? J : batchCost, needed)
        body.branch(0)
      })
    })
    const store = (name: string, locals: readonly Local[]): void => {
      const at = this.frame.at(name)
      locals.forEach((local, p) =>
        body
          .get(this.zero)
          .get(local)
          .vectorAccess('store', at + 16 * p),
      )
    }
    w.forEach((locals, i) => store(`w${i}`, locals))
    slots.forEach((pair, k) => pair.forEach((locals, i) => store(`m${k} ${i}`, locals)))
    power.forEach((locals, k) => store(`power ${k}`, locals))
    store('J', J)
    store('last', last)
    store('over', over)
    store('batchCost', batchCost)
    body.get(t)
  }

  /** Leaves the loop where the row of this step is not fine in every lane. */
  private leave(w: readonly Local[][], J: readonly Local[], batchCost: readonly Local[]): void {
    const { body, plan } = this
    const [most, zero] = [this.number(1e100), this.number(0)]
    this.each((p) => {
      body.get(J[p]).get(most).simd('f64x2.le')
      if (!plan.walled) {
        body.get(w[0][p]).get(zero).simd('f64x2.mul').get(w[1][p]).get(zero).simd('f64x2.mul', 'f64x2.add')
        body.get(J[p]).get(zero).simd('f64x2.mul', 'f64x2.add').get(zero).simd('f64x2.eq', 'v128.and')
      }
      if (plan.batches !== 'alike') {
        body.get(batchCost[p]).get(most).simd('f64x2.le', 'v128.and')
        body.get(batchCost[p]).get(zero).simd('f64x2.mul').get(zero).simd('f64x2.eq', 'v128.and')
      }
      if (p > 0) body.simd('v128.and')
    })
    body.simd('i64x2.all_true').do('i32.eqz').branchIf(1)
  }

  private move(
    t: Local,
    w: readonly Local[][],
    g: readonly Local[][],
    slots: readonly Local[][][],
    power: readonly Local[][],
    alpha: readonly Local[],
    cost: readonly Local[],
    needed: readonly number[],
  ): void {
    const { program, body, rule, plan } = this
    const splat = body.local('v128')
    body.get(t).simd('f64x2.splat').set(splat)
    rule.give('t', splat)
    if (this.perEpoch) {
      const epoch = body.local('v128')
      body.get(splat)
      this.push(1).simd('f64x2.sub').get(this.perEpoch[0]).simd('f64x2.div', 'f64x2.floor').set(epoch)
      rule.give('epoch', epoch)
    }
    this.each((p) => {
      rule.give('alpha', alpha[p], p)
      rule.give('J', cost[p], p)
      program.powers.forEach(({ before }, k) => rule.put(before, power[k][p], p))
    })
    this.reduce(w, g, slots)
    rule.compute(
      needed.filter((node) => program.levels[node] === 1),
      false,
    )
    // One coordinate after the other: each reads its own w, dW and memories, and nothing of the other.
    const names = plan.rule.memories.map(({ name }) => name)
    const results: { node: Operand; to: Local }[] = []
    for (const i of [0, 1]) {
      this.each((p) => {
        rule.give('w', w[i][p], p)
        rule.give('dW', g[i][p], p)
        names.forEach((name, k) => rule.give(name, slots[k][i][p], p))
      })
      rule.compute(
        needed.filter((node) => program.levels[node] === 2),
        false,
      )
      this.each((p) =>
        program.outputs.forEach((node, k) =>
          results.push({ node: rule.value(node, p), to: k === 0 ? w[i][p] : slots[k - 1][i][p] }),
        ),
      )
    }
    for (const { node } of results) this.push(node)
    for (const { to } of [...results].reverse()) body.set(to)
    program.powers.forEach(({ node }, k) => {
      if (!plan.late.has(k)) this.each((p) => this.push(rule.value(node, p)).set(power[k][p]))
    })
  }

  private reduce(w: readonly Local[][], g: readonly Local[][], slots: readonly Local[][][]): void {
    const { program, body, rule, plan } = this
    for (const { kind, of, node } of program.reductions)
      this.each((p) => {
        const from =
          of === 'w' ? w : of === 'dW' ? g : slots[plan.rule.memories.findIndex(({ name }) => name === of)]
        const [a, b] = [from[0][p], from[1][p]]
        const result = body.local('v128')
        this.push(0).get(a)
        if (kind === 'norm') body.get(a).simd('f64x2.mul')
        body.simd('f64x2.add').get(b)
        if (kind === 'norm') body.get(b).simd('f64x2.mul')
        body.simd('f64x2.add')
        if (kind === 'norm') body.simd('f64x2.sqrt')
        if (kind === 'mean') this.push(2).simd('f64x2.div')
        body.set(result)
        rule.put(node, result, p)
      })
  }

  /** Step n's batch is tilted by two numbers at `data`. */
  private tilt(
    data: Local,
    w: readonly Local[][],
    g: readonly Local[][],
    J: readonly Local[],
    batchCost: readonly Local[],
  ): void {
    const { body } = this
    const tilts = [0, 8].map((offset) => {
      const local = body.local('v128')
      body.get(data).vectorAccess('load64_splat', offset).set(local)
      return local
    })
    body.get(data).i32(16).do('i32.add').set(data)
    this.each((p) => {
      for (const i of [0, 1]) body.get(g[i][p]).get(tilts[i]).simd('f64x2.add').set(g[i][p])
      body.get(J[p]).get(tilts[0]).get(w[0][p]).simd('f64x2.mul')
      body.get(tilts[1]).get(w[1][p]).simd('f64x2.mul', 'f64x2.add', 'f64x2.add').set(batchCost[p])
    })
  }

  /** Step n's batch: at `data` its size, then x₀, x₁ and y of each of its examples. */
  private sumExamples(
    data: Local,
    w: readonly Local[][],
    g: readonly Local[][],
    scale: readonly Local[],
    batchCost: readonly Local[],
  ): void {
    const { body } = this
    const size = body.local('v128')
    const end = body.local('i32')
    body.get(data).vectorAccess('load64_splat', 0).set(size)
    body
      .get(data)
      .get(data)
      .access('f64.load', 0)
      .do('i32.trunc_f64_u')
      .i32(24)
      .do('i32.mul', 'i32.add')
      .i32(8)
    body.do('i32.add').set(end)
    body.get(data).i32(8).do('i32.add').set(data)
    const sums = [0, 1, 2].map(() => Array.from({ length: together }, () => body.local('v128')))
    for (const sum of sums.flat()) this.push(0).set(sum)
    const columns = [0, 1, 2].map(() => body.local('v128'))
    const residual = body.local('v128')
    body.block('loop', () => {
      columns.forEach((column, k) =>
        body
          .get(data)
          .vectorAccess('load64_splat', 8 * k)
          .set(column),
      )
      this.each((p) => {
        body.get(w[0][p]).get(columns[0]).simd('f64x2.mul')
        body
          .get(w[1][p])
          .get(columns[1])
          .simd('f64x2.mul', 'f64x2.add')
          .get(columns[2])
          .simd('f64x2.sub')
          .set(residual)
        ;[residual, columns[0], columns[1]].forEach((factor, k) =>
          body.get(sums[k][p]).get(residual).get(factor).simd('f64x2.mul', 'f64x2.add').set(sums[k][p]),
        )
      })
      body.get(data).i32(24).do('i32.add').tee(data).get(end).do('i32.lt_u').branchIf(0)
    })
    this.each((p) => {
      for (const i of [0, 1])
        body
          .get(scale[p])
          .get(sums[i + 1][p])
          .simd('f64x2.mul')
          .get(size)
          .simd('f64x2.div')
          .set(g[i][p])
      body.get(scale[p]).get(sums[0][p]).simd('f64x2.mul')
      this.push(2).get(size).simd('f64x2.mul', 'f64x2.div').set(batchCost[p])
    })
  }
}
