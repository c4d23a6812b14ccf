// One trajectory of two parameters as a module: a loop that deals batches, evaluates, moves w by the rule, and writes
// full rows with their hash, equal to Run.advance row by row. Slider values are read from memory and are not part of
// the bytes. The module depends only on its plan.

import type { Program } from '../language/machine.ts'
import type { Operation } from '../language/operations.ts'
import type { SurfaceProgram } from '../language/surfaceProgram.ts'
import { Body, moduleBytes, type Import, type Local } from './assembler.ts'
import { calls, scalarArithmetic, type Operand } from './arithmetic.ts'
import { dealing, hashDoubles } from './dealing.ts'
import { Emission } from './emission.ts'
import { frameOf, type Frame } from './frame.ts'

export interface Plan {
  readonly rule: Program
  readonly surface: SurfaceProgram
  /** 'whole': B = m, so J after a step is J^{t} of the next. Otherwise how a batch is built. */
  readonly batches: 'whole' | 'alike' | 'tilted' | 'examples'
  readonly shown: 'costs' | 'weights' | 'full'
  readonly hashing: boolean
  /** J is computed at every step. */
  readonly everyStep: boolean
  /** α is the same in all epochs. */
  readonly steady: boolean
  readonly sureRule: ReadonlySet<number>
  readonly sureSurface: ReadonlySet<number>
}

export const theta = 5
const tooLarge = 1e100

export function importsOf(operations: Iterable<Operation>): Import[] {
  return [...new Set(operations)]
    .filter((operation) => calls.has(operation))
    .map((name) => ({ name, parameters: name === 'power' ? ['f64', 'f64'] : ['f64'], results: ['f64'] }))
}

/** Returns the bytes of a plan's module. It exports `run(count, rows, alphas, order, streams, data)` and `deal`. */
export function trajectoryModule(plan: Plan): Uint8Array {
  const { rule, surface } = plan
  const operations = [...rule.graph.nodes, ...surface.graph.nodes].map(({ operation }) => operation)
  const imports = importsOf(operations)
  const callOf = (operation: Operation): number => imports.findIndex(({ name }) => name === operation)
  const dealAt = imports.length
  const body = new Body(['i32', 'i32', 'i32', 'i32', 'i32', 'i32'], ['i32'])
  new Trajectory(plan, body, callOf, dealAt).emit()
  return moduleBytes(imports, [
    { name: 'deal', body: dealing() },
    { name: 'run', body },
  ])
}

class Trajectory {
  private readonly plan: Plan
  private readonly body: Body
  private readonly dealAt: number
  private readonly frame: Frame
  private readonly zero: Local
  private readonly rule: Emission
  private readonly surface: Emission
  private readonly numbers = new Map<string, Local>()

  constructor(plan: Plan, body: Body, callOf: (operation: Operation) => number, dealAt: number) {
    this.plan = plan
    this.body = body
    this.dealAt = dealAt
    this.frame = frameOf(plan.rule, plan.surface)
    this.zero = body.local('i32')
    const arithmetic = scalarArithmetic(body, callOf)
    this.rule = new Emission(body, arithmetic, plan.rule.graph, plan.sureRule, 2)
    this.surface = new Emission(body, arithmetic, plan.surface.graph, plan.sureSurface, 1)
  }

  /** Returns the variable that holds a number of the frame. */
  private held(name: string): Local {
    const known = this.numbers.get(name)
    if (known) return known
    const local = this.body.local('f64')
    this.body.get(this.zero).access('f64.load', this.frame.at(name)).set(local)
    this.numbers.set(name, local)
    return local
  }

  private store(name: string, value: Operand): void {
    this.body.get(this.zero)
    this.push(value)
    this.body.access('f64.store', this.frame.at(name))
  }

  private push(operand: Operand): Body {
    return typeof operand === 'number' ? this.body.f64(operand) : this.body.get(operand)
  }

  emit(): void {
    const { plan, body, rule, surface, frame } = this
    const { graph, levels, perStep, perComponent, powers, outputs } = plan.rule
    const memories = plan.rule.rule.memories
    const [count, rows, alphas, order, streams, data] = [0, 1, 2, 3, 4, 5].map((i) => body.parameter(i))
    const whole = plan.batches === 'whole'
    const written = body.local('i32')
    const w = [this.held('w0'), this.held('w1')]
    const g = [this.held('g0'), this.held('g1')]
    const slots = memories.map((_, k) => [this.held(`m${k} 0`), this.held(`m${k} 1`)])
    const power = powers.map((_, k) => this.held(`power ${k}`))
    const [t, epoch, alpha, cost] = ['t', 'epoch', 'alpha', 'cost'].map((name) => this.held(name))
    const [due, last, every, scale] = ['due', 'last', 'every', 'scale'].map((name) => this.held(name))
    const batchCost = body.local('f64')
    const hash = { a: body.local('i32'), b: body.local('i32') }
    if (plan.hashing) {
      body.get(this.zero).access('i32.load', frame.at('hash')).set(hash.a)
      body
        .get(this.zero)
        .access('i32.load', frame.at('hash') + 4)
        .set(hash.b)
    }
    // Constant during a run.
    for (const { name } of plan.rule.rule.parameters) rule.give(name, this.held(`parameter ${name}`))
    for (const name of plan.surface.constants) surface.give(name, this.held(`constant ${name}`))
    rule.give('n', 2)
    rule.compute(
      perStep.filter((node) => levels[node] === 0),
      true,
    )
    surface.give('x', w[0])
    surface.give('y', w[1])
    const batch = whole ? undefined : this.batch(order, streams, data, alphas, epoch, alpha)

    const isDue = body.local('i32')
    /** θ before the step, needed to explain where J has no value. */
    const origin = [body.local('f64'), body.local('f64')]
    body.block('block', () => {
      body.block('loop', () => {
        if (whole) {
          body.get(cost).set(batchCost)
          if (!plan.steady) {
            body.get(alphas).access('f64.load', 0).set(alpha)
            body.get(alphas).i32(8).do('i32.add').set(alphas)
          }
        } else batch!(w, g, batchCost, scale)
        body.get(t).f64(1).do('f64.add').set(t)

        rule.give('alpha', alpha)
        rule.give('t', t)
        if (whole) {
          const before = body.local('f64')
          body.get(t).f64(1).do('f64.sub').set(before)
          body.get(before).set(epoch)
        }
        rule.give('epoch', epoch)
        rule.give('J', batchCost)
        powers.forEach(({ before }, k) => rule.put(before, power[k]))
        for (const i of [0, 1]) {
          rule.give('w', w[i], i)
          rule.give('dW', g[i], i)
          memories.forEach(({ name }, k) => rule.give(name, slots[k][i], i))
        }
        this.reduce(w, g, slots)
        rule.compute(
          perStep.filter((node) => levels[node] === 1),
          true,
        )
        rule.compute(perComponent, false)
        powers.forEach(({ node }, k) => this.push(rule.value(node)).set(power[k]))
        // Read all results before writing any, because a memory may take another's old value.
        const results = [w, ...slots]
        w.forEach((value, i) => body.get(value).set(origin[i]))
        outputs.forEach((node) => [0, 1].forEach((i) => void this.push(rule.value(node, i))))
        for (let k = results.length - 1; k >= 0; k--) {
          body.set(results[k][1])
          body.set(results[k][0])
        }

        // Copy before the next evaluation overwrites dW.
        const shown =
          plan.shown === 'costs' ? [] : plan.shown === 'weights' ? w : [...w, ...g, ...slots.flat()]
        shown.forEach((value, i) =>
          body
            .get(rows)
            .get(value)
            .access('f64.store', 8 * (theta + i)),
        )

        if (!plan.everyStep) {
          body.get(t).get(due).do('f64.eq').get(t).get(last).do('f64.eq', 'i32.or').set(isDue)
          body
            .get(t)
            .get(due)
            .do('f64.eq')
            .block('if', () => void body.get(due).get(every).do('f64.add').set(due))
        }
        if (whole) this.evaluate(w, g, cost, scale, true)
        else if (plan.everyStep) this.evaluate(w, g, cost, scale, false)
        else
          body.get(isDue).block(
            'if',
            () => this.evaluate(w, g, cost, scale, false),
            () => void body.f64(NaN).set(cost),
          )
        this.check(w, alpha, batchCost, cost, isDue)

        body.get(rows).get(t).access('f64.store', 0)
        body.get(rows).get(epoch).access('f64.store', 8)
        body.get(rows).get(alpha).access('f64.store', 16)
        body.get(rows).get(batchCost).access('f64.store', 24)
        let costShown = cost
        if (whole && !plan.everyStep) {
          costShown = body.local('f64')
          body.get(cost).f64(NaN).get(isDue).do('select').set(costShown)
        }
        body.get(rows).get(costShown).access('f64.store', 32)
        if (plan.hashing)
          hashDoubles(body, hash, [alpha, batchCost, costShown, ...w], plan.everyStep ? undefined : costShown)
        body
          .get(rows)
          .i32(8 * (theta + shown.length))
          .do('i32.add')
          .set(rows)
        body.get(written).i32(1).do('i32.add').tee(written).get(count).do('i32.lt_u').branchIf(0)
      })
    })

    ;[w, g, ...slots].forEach((pair, k) =>
      pair.forEach((value, i) => this.store(k === 0 ? `w${i}` : k === 1 ? `g${i}` : `m${k - 2} ${i}`, value)),
    )
    power.forEach((value, k) => this.store(`power ${k}`, value))
    origin.forEach((value, i) => this.store(`origin ${i}`, value))
    this.store('t', t)
    this.store('epoch', epoch)
    this.store('alpha', alpha)
    this.store('cost', cost)
    this.store('due', due)
    if (!whole) this.store('place', this.numbers.get('place')!)
    if (plan.hashing) {
      body.get(this.zero).get(hash.a).access('i32.store', frame.at('hash'))
      body
        .get(this.zero)
        .get(hash.b)
        .access('i32.store', frame.at('hash') + 4)
    }
    body.get(written)
    void graph
  }

  /** norm, sum and mean with the values at the start of the step. */
  private reduce(w: readonly Local[], g: readonly Local[], slots: readonly (readonly Local[])[]): void {
    const { body, rule } = this
    const { reductions, rule: tree } = this.plan.rule
    for (const { kind, of, node } of reductions) {
      const [a, b] =
        of === 'w' ? w : of === 'dW' ? g : slots[tree.memories.findIndex(({ name }) => name === of)]
      const result = body.local('f64')
      // Start from 0, like the interpreter: −0 becomes 0.
      body.f64(0).get(a)
      if (kind === 'norm') body.get(a).do('f64.mul')
      body.do('f64.add').get(b)
      if (kind === 'norm') body.get(b).do('f64.mul')
      body.do('f64.add')
      if (kind === 'norm') body.do('f64.sqrt')
      if (kind === 'mean') body.f64(2).do('f64.div')
      body.set(result)
      rule.put(node, result)
    }
  }

  /** Computes J at w, and its gradient if requested. */
  private evaluate(
    _w: readonly Local[],
    g: readonly Local[],
    cost: Local,
    scale: Local,
    both: boolean,
  ): void {
    const { body, surface, plan } = this
    const { value, gradient, graph } = plan.surface
    const outputs = both ? [value, ...gradient] : [value]
    surface.compute(graph.needed(outputs), true)
    outputs.forEach((node) => this.push(surface.value(node)).get(scale).do('f64.mul'))
    if (both) body.set(g[1]).set(g[0])
    body.set(cost)
  }

  /** Leaves the loop if a number is not finite or a cost is too large. x · 0 is 0 for every finite x. */
  private check(w: readonly Local[], alpha: Local, batchCost: Local, cost: Local, isDue: Local): void {
    const { body, plan } = this
    const ofCost = (): void => {
      body.get(cost).f64(0).do('f64.mul', 'f64.add')
    }
    body.get(alpha).f64(0).do('f64.mul').get(batchCost).f64(0).do('f64.mul', 'f64.add')
    for (const value of w) body.get(value).f64(0).do('f64.mul', 'f64.add')
    const due = (test: () => void, otherwise: number): void => {
      if (plan.everyStep) return test()
      test()
      body.i32(otherwise).get(isDue).do('select')
    }
    if (plan.everyStep) ofCost()
    body.f64(0).do('f64.ne')
    body.get(batchCost).f64(tooLarge).do('f64.gt', 'i32.or')
    due(() => {
      body.get(cost).f64(tooLarge).do('f64.le', 'i32.eqz')
      if (!plan.everyStep) body.get(cost).f64(0).do('f64.mul').f64(0).do('f64.ne', 'i32.or')
    }, 0)
    body.do('i32.or')
    // Out of the loop and of the enclosing block.
    body.branchIf(1)
  }

  /** Prepares mini-batches. Returns a function that emits the code of one batch. */
  private batch(
    order: Local,
    streams: Local,
    data: Local,
    alphas: Local,
    epoch: Local,
    alpha: Local,
  ): (w: readonly Local[], g: readonly Local[], batchCost: Local, scale: Local) => void {
    const { body, plan } = this
    const whole = (name: string): Local => {
      const local = body.local('i32')
      body.get(this.held(name)).do('i32.trunc_f64_u').set(local)
      return local
    }
    const place = this.held('place')
    const perEpoch = this.held('perEpoch')
    const shuffles = whole('reshuffle')
    const [m, B] = [whole('m'), whole('batchSize')]
    const noise = plan.batches === 'tilted' ? this.held('noise') : undefined
    const size = body.local('f64')
    const [at, end, example] = [body.local('i32'), body.local('i32'), body.local('i32')]
    const listed = plan.batches === 'tilted' || plan.batches === 'examples'
    const lastPlace = body.local('i32')
    body.get(order).get(m).i32(2).do('i32.shl', 'i32.add').set(lastPlace)

    return (w, g, batchCost, scale) => {
      body
        .get(place)
        .get(perEpoch)
        .do('f64.eq')
        .block('if', () => {
          body.f64(0).set(place)
          body.get(epoch).f64(1).do('f64.add').set(epoch)
          if (!plan.steady) {
            body.get(alphas).i32(8).do('i32.add').tee(alphas).access('f64.load', 0).set(alpha)
          }
          if (listed)
            body.get(shuffles).block('if', () => {
              body.get(streams).i32(16).do('i32.add').tee(streams).get(order).get(m).get(B).call(this.dealAt)
            })
        })
      if (!listed) {
        this.evaluate(w, g, batchCost, scale, true)
        body.get(place).f64(1).do('f64.add').set(place)
        return
      }
      // From `at` to `end` in the list of examples, because the last batch may be smaller.
      body
        .get(order)
        .get(place)
        .do('i32.trunc_f64_u')
        .get(B)
        .do('i32.mul')
        .i32(2)
        .do('i32.shl', 'i32.add')
        .tee(at)
      body.get(B).i32(2).do('i32.shl', 'i32.add').set(end)
      body.get(lastPlace).get(end).get(lastPlace).get(end).do('i32.lt_u', 'select').set(end)
      body.get(end).get(at).do('i32.sub').i32(2).do('i32.shr_u', 'f64.convert_i32_u').set(size)
      body.get(place).f64(1).do('f64.add').set(place)
      const sums = (noise ? [0, 1] : [0, 1, 2]).map(() => body.local('f64'))
      for (const sum of sums) body.f64(0).set(sum)
      const column = (k: number): Body => body.get(example).access('f64.load', 8 * k)
      body.block('loop', () => {
        body.get(at).access('i32.load', 0).get(data).do('i32.add').set(example)
        if (noise)
          sums.forEach((sum, k) => {
            body.get(sum)
            column(k).do('f64.add').set(sum)
          })
        else {
          const [a, b, residual] = [0, 1, 2].map(() => body.local('f64'))
          column(0).set(a)
          column(1).set(b)
          body.get(w[0]).get(a).do('f64.mul').get(w[1]).get(b).do('f64.mul', 'f64.add')
          column(2).do('f64.sub').set(residual)
          ;[residual, a, b].forEach((factor, k) =>
            body.get(sums[k]).get(residual).get(factor).do('f64.mul', 'f64.add').set(sums[k]),
          )
        }
        body.get(at).i32(4).do('i32.add').tee(at).get(end).do('i32.lt_u').branchIf(0)
      })
      if (noise) {
        this.evaluate(w, g, batchCost, scale, true)
        sums.forEach((sum, k) => {
          body.get(noise).get(sum).do('f64.mul').get(size).do('f64.div').set(sum)
          body.get(g[k]).get(sum).do('f64.add').set(g[k])
        })
        body.get(batchCost).get(sums[0]).get(w[0]).do('f64.mul')
        body.get(sums[1]).get(w[1]).do('f64.mul', 'f64.add', 'f64.add').set(batchCost)
        return
      }
      const mean = (sum: Local): Body => body.get(scale).get(sum).do('f64.mul')
      mean(sums[1]).get(size).do('f64.div').set(g[0])
      mean(sums[2]).get(size).do('f64.div').set(g[1])
      mean(sums[0]).f64(2).get(size).do('f64.mul', 'f64.div').set(batchCost)
    }
  }
}
