// Many trajectories of two parameters in lockstep, as a module. Each lane has the bits of the single run. Two lanes are a
// pair, whose numbers are adjacent in memory. The loop takes one pair after another, so the processor starts on the next
// pairs while a division or a root is running. Values that all lanes share are computed once per step, or before the loop.
// A call ends after a step whose row is not finite in some lane. The host then ends that lane.

import type { Graph } from '../language/graph.ts'
import { lowerRule, type RuleGraph } from '../language/lower.ts'
import type { Operation } from '../language/operations.ts'
import type { SurfaceProgram } from '../language/surfaceProgram.ts'
import type { Rule } from '../language/tree.ts'
import { calls, pairArithmetic, type Operand } from './arithmetic.ts'
import { Body, moduleBytes, type Local } from './assembler.ts'
import { Emission } from './emission.ts'
import { pairFunction } from './pairFunctions.ts'
import { importsOf } from './trajectory.ts'

/** What the modules of a map depend on. */
export interface SweepSetting {
  readonly rule: Rule
  readonly surface: SurfaceProgram
  readonly batches: 'alike' | 'tilted' | 'examples'
  /** α is the same in all steps. */
  readonly steady: boolean
  readonly targeted: boolean
  /** If w is not finite, J is NaN or too large. */
  readonly walled: boolean
  /** The names of numbers that differ between lanes: `alpha`, `parameter …`, `constant …`. */
  readonly varied: ReadonlySet<string>
  /** The names of numbers that are 1 in every lane: `scale`, `constant …`. */
  readonly ones: ReadonlySet<string>
  sure(program: RuleGraph): ReadonlySet<number>
}

/** Pairs per turn of the loop over pairs. */
export const pairsAtOnce = 8
/** Nodes of a rule and a surface that are short enough for two steps per turn. */
const shortRule = 40

/** The layout in memory: the numbers that all lanes share, then a frame for each pair, 16 bytes per number. */
export interface LaneFrame {
  /** Returns the offset of a number from the start of the shared ones, or from the start of its pair. */
  at(name: string): number
  isShared(name: string): boolean
  readonly pairs: number
  readonly pairBytes: number
  /** Steps that a pair takes before the next pair. Between them its numbers stay in registers. */
  readonly stepsAtOnce: number
  /** Rows that a pair remembers: those of one turn and of the turn before. */
  readonly rows: number
}

/** Returns the number of steps a pair can take alone: only one if a step needs a value that all lanes share. */
function stepsAtOnce({ rule, surface, batches, steady }: SweepSetting, program: RuleGraph): number {
  const { graph, powers } = program
  const shares = powers.length > 0 || graph.inputs.includes('t') || graph.inputs.includes('epoch')
  const isShort = graph.nodes.length + surface.graph.nodes.length <= shortRule
  return steady && batches === 'alike' && rule.memories.length < 2 && isShort && !shares ? 2 : 1
}

/** Returns which nodes differ between lanes, given the inputs that do. */
function variedNodes(graph: Graph, isVaried: (input: string) => boolean): boolean[] {
  const varied: boolean[] = []
  for (const { operation, left, right, value } of graph.nodes)
    varied.push(
      operation === 'input'
        ? isVaried(graph.inputs[value])
        : operation !== 'number' && (varied[left] || varied[right]),
    )
  return varied
}

function variedOfRule({ graph, powers, rule }: RuleGraph, varied: ReadonlySet<string>): boolean[] {
  const parameters = new Set(rule.parameters.map(({ name }) => name))
  const shared = new Set(['n', 't', 'epoch'])
  if (!varied.has('alpha')) shared.add('alpha')
  for (const name of parameters) if (!varied.has(`parameter ${name}`)) shared.add(name)
  // A power differs if its base does. The base precedes it in the graph.
  let found = variedNodes(graph, (name) => !shared.has(name) && !name.startsWith('power '))
  powers.forEach(({ base }, k) => {
    if (!found[base]) shared.add(`power ${k}`)
  })
  found = variedNodes(graph, (name) => !shared.has(name))
  return found
}

export function laneFrame(setting: SweepSetting): LaneFrame {
  const { rule, surface, batches, varied } = setting
  const program = lowerRule(rule)
  const steps = stepsAtOnce(setting, program)
  const rows = 2 * steps
  const differs = variedOfRule(program, varied)
  const kept = program.levels.filter((level) => level < 2).length
  const own: string[] = ['w0', 'w1']
  for (const name of ['J', 'stay']) for (let row = 0; row < rows; row++) own.push(`${name} ${row}`)
  const shared: string[] = ['scale', 'perEpoch']
  if (batches !== 'alike') own.push('batchCost')
  rule.memories.forEach((_, k) => own.push(`m${k} 0`, `m${k} 1`))
  const put = (name: string, isOwn: boolean): void => void (isOwn ? own : shared).push(name)
  put('alpha', varied.has('alpha'))
  for (const { name } of rule.parameters) put(`parameter ${name}`, varied.has(`parameter ${name}`))
  for (const name of surface.constants) put(`constant ${name}`, varied.has(`constant ${name}`))
  program.powers.forEach(({ base }, k) => put(`power ${k}`, differs[base]))
  for (let k = 0; k < kept; k++) own.push(`kept ${k}`)
  const places = new Map([...shared, ...own].map((name) => [name, 0]))
  shared.forEach((name, i) => places.set(name, 8 * i))
  own.forEach((name, i) => places.set(name, 16 * i))
  const isShared = new Set(shared)
  return {
    at: (name) => places.get(name)!,
    isShared: (name) => isShared.has(name),
    pairs: 16 * Math.ceil(shared.length / 2),
    pairBytes: 16 * own.length,
    stepsAtOnce: steps,
    rows,
  }
}

/**
 * Returns the bytes of a module that exports `sweep(at, end, from, to, target, feed, data)`. It writes the row of each step
 * from `from` to `to` and makes the move after it. It stops early after a row that is not finite in some lane. The result
 * is the next step, negative if it stopped early. With two steps per turn the last turn may go one step beyond `to`.
 * `late` lists the powers βᵗ that are so small that 1 − βᵗ is 1 in every lane.
 */
export function sweepModule(setting: SweepSetting, late: ReadonlySet<number>): Uint8Array {
  const program = lowerRule(setting.rule, late)
  const operations = [...program.graph.nodes, ...setting.surface.graph.nodes].map(
    ({ operation }) => operation,
  )
  const imports = importsOf(operations)
  const used = imports.map(({ name }) => name as Operation)
  const callOf = (operation: Operation): number => imports.length + used.indexOf(operation)
  const body = new Body(['i32', 'i32', 'f64', 'f64', 'f64', 'i32', 'i32'], ['f64'])
  new Sweep(setting, program, body, callOf).emit()
  return moduleBytes(imports, [
    ...used.filter((name) => calls.has(name)).map((name, i) => ({ body: pairFunction(name, i) })),
    { name: 'sweep', body },
  ])
}

/** The numbers of one pair in the current step. */
interface Pair {
  readonly w: readonly [Operand, Operand]
  readonly memories: readonly (readonly [Operand, Operand])[]
}

class Sweep {
  private readonly setting: SweepSetting
  private readonly program: RuleGraph
  private readonly body: Body
  private readonly frame: LaneFrame
  /** Pairs that take a step side by side. Sums over examples then read each example once for all of them. */
  private readonly together: number
  /** The index of the first one in the turn. */
  private firstOfPairs = 0
  private readonly rule: Emission
  private readonly surface: Emission
  private readonly differs: readonly boolean[]
  private readonly surfaceDiffers: readonly boolean[]
  private readonly needed: readonly number[]
  private readonly at: Local
  private readonly pair: Local
  private readonly numbers = new Map<string, Local>()
  private readonly shared = new Map<string, Local>()

  constructor(
    setting: SweepSetting,
    program: RuleGraph,
    body: Body,
    callOf: (operation: Operation) => number,
  ) {
    this.setting = setting
    this.program = program
    this.body = body
    this.at = body.parameter(0)
    this.pair = body.local('i32')
    this.frame = laneFrame(setting)
    this.together = setting.batches === 'examples' ? 4 : 1
    const arithmetic = pairArithmetic(body, callOf, (value) => this.number(value))
    this.rule = new Emission(body, arithmetic, program.graph, setting.sure(program), this.together)
    this.surface = new Emission(body, arithmetic, setting.surface.graph, new Set(), this.together)
    this.differs = variedOfRule(program, setting.varied)
    const axes = new Set(setting.surface.constants.filter((name) => setting.varied.has(`constant ${name}`)))
    this.surfaceDiffers = variedNodes(
      setting.surface.graph,
      (name) => name === 'x' || name === 'y' || axes.has(name),
    )
    this.needed = program.graph.needed([
      ...program.outputs,
      ...this.moving.map((k) => program.powers[k].node),
    ])
  }

  /** The powers that the outputs read. They continue from step to step. */
  private get moving(): number[] {
    const { powers, outputs, graph } = this.program
    const read = new Set(graph.needed(outputs))
    return Array.from(powers.keys()).filter((k) => read.has(powers[k].node))
  }

  /** Returns the variable that holds a number in both lanes. It is set before the loop. */
  private number(value: number): Local {
    const key = Object.is(value, -0) ? '-0' : String(value)
    const known = this.numbers.get(key)
    if (!known) throw new RangeError(`${key} was not made before the loop`)
    return known
  }

  private makeNumbers(): void {
    const { setting, program, body } = this
    const values = [0, 1, -1, 0.5, 2, 1e100, 1e-300, 1e-150, 1e-30]
    for (const graph of [program.graph, setting.surface.graph])
      for (const { operation, value } of graph.nodes) if (operation === 'number') values.push(value)
    for (const value of values) {
      const key = Object.is(value, -0) ? '-0' : String(value)
      if (this.numbers.has(key)) continue
      const local = body.local('v128')
      body.pair(value).set(local)
      this.numbers.set(key, local)
    }
  }

  private push(operand: Operand): Body {
    return this.body.get(typeof operand === 'number' ? this.number(operand) : operand)
  }

  /** Returns the variable that holds a number of all lanes. It is set before the loop. */
  private sharedNumber(name: string): Operand {
    if (this.setting.ones.has(name)) return 1
    const known = this.shared.get(name)
    if (known) return known
    const local = this.body.local('v128')
    this.body.get(this.at).vectorAccess('load64_splat', this.frame.at(name)).set(local)
    this.shared.set(name, local)
    return local
  }

  private offset(name: string, instance: number): number {
    return (this.firstOfPairs + instance) * this.frame.pairBytes + this.frame.at(name)
  }

  private load(name: string, instance: number): Local {
    const local = this.body.local('v128')
    this.body.get(this.pair).vectorAccess('load', this.offset(name, instance)).set(local)
    return local
  }

  private store(name: string, instance: number, operand: Operand): void {
    this.body.get(this.pair)
    this.push(operand).vectorAccess('store', this.offset(name, instance))
  }

  private each(work: (instance: number) => void): void {
    for (let i = 0; i < this.together; i++) work(i)
  }

  /** Emits a loop over the pairs. `work` emits the code of pairs that are side by side. */
  private eachPair(end: Local, work: () => void, begin?: () => void): void {
    const { body, frame, pair, together } = this
    body.get(this.at).i32(frame.pairs).do('i32.add').set(pair)
    body.block('loop', () => {
      begin?.()
      for (this.firstOfPairs = 0; this.firstOfPairs < pairsAtOnce; this.firstOfPairs += together) work()
      body.get(pair).i32(pairsAtOnce * frame.pairBytes)
      body.do('i32.add').tee(pair).get(end).do('i32.lt_u').branchIf(0)
    })
  }

  emit(): void {
    const { setting, program, body, rule, surface, frame, differs, surfaceDiffers, needed } = this
    const { graph, levels, powers } = program
    const [end, from, to, target, feed, data] = [1, 2, 3, 4, 5, 6].map((i) => body.parameter(i))
    const v128 = (): Local => body.local('v128')
    this.makeNumbers()

    // Constants of a run are in variables if all lanes share them, otherwise in the pair's frame.
    rule.give('n', 2)
    for (const { name } of setting.rule.parameters)
      if (!setting.varied.has(`parameter ${name}`)) rule.give(name, this.sharedNumber(`parameter ${name}`))
    for (const name of setting.surface.constants)
      if (!setting.varied.has(`constant ${name}`)) surface.give(name, this.sharedNumber(`constant ${name}`))
    const fixed = needed.filter((node) => levels[node] === 0)
    rule.compute(
      fixed.filter((node) => !differs[node]),
      true,
    )
    const { value, gradient } = setting.surface
    const both = [value, ...gradient]
    const evaluated = setting.surface.graph.needed(setting.batches === 'examples' ? [value] : both)
    surface.compute(
      evaluated.filter((node) => !surfaceDiffers[node]),
      true,
    )
    const scale = this.sharedNumber('scale')
    const perEpoch = graph.inputs.includes('epoch') ? this.sharedNumber('perEpoch') : 1
    if (!setting.varied.has('alpha') && setting.steady) rule.give('alpha', this.sharedNumber('alpha'))
    const isOwn = (name: string): boolean => !frame.isShared(name)
    const sharedPowers = this.moving.filter((k) => !isOwn(`power ${k}`))
    const power = new Map(sharedPowers.map((k) => [k, this.sharedNumber(`power ${k}`) as Local]))
    const isKept = (node: number): boolean =>
      differs[node] && graph.nodes[node].operation !== 'number' && graph.nodes[node].operation !== 'input'
    const kept = fixed.filter(isKept)
    if (kept.length > 0)
      this.eachPair(end, () => {
        const bases = new Set(kept.flatMap((node) => [graph.nodes[node].left, graph.nodes[node].right]))
        this.each((i) => this.giveParameters(i, bases))
        rule.compute(kept, false)
        kept.forEach((node, k) => this.each((i) => this.store(`kept ${k}`, i, rule.value(node, i))))
      })

    /** The nodes that a step reads. */
    const read = new Set(
      needed
        .flatMap((node) => (levels[node] > 0 ? [graph.nodes[node].left, graph.nodes[node].right] : []))
        .concat(program.outputs),
    )

    const goal = v128()
    body.get(target).simd('f64x2.splat').set(goal)
    const t = body.local('f64')
    body.get(from).set(t)
    // The rows of a turn do not overwrite those of the turn before.
    const place = body.local('i32')
    const turned = (): Body => body.i32(16 * (frame.rows - 1)).do('i32.and')
    body.get(from).do('i32.trunc_f64_u').i32(4).do('i32.shl')
    turned().set(place)
    const rows = Array.from({ length: frame.stepsAtOnce }, () => body.local('i32'))
    const rowBefore = body.local('i32')
    const fine = v128()
    const next = v128()

    body.block('loop', () => {
      body.get(t).f64(frame.stepsAtOnce).do('f64.add').tee(t).simd('f64x2.splat').set(next)
      this.push(-1).get(this.number(-1)).simd('f64x2.eq').set(fine)
      this.beginStep(next, perEpoch, feed, power)
      const batch = this.prepareBatch(data)
      this.eachPair(
        end,
        () => {
          const loaded: Pair[] = []
          this.each((i) => {
            loaded.push({
              w: [this.load('w0', i), this.load('w1', i)],
              memories: setting.rule.memories.map(
                (_, k) => [this.load(`m${k} 0`, i), this.load(`m${k} 1`, i)] as const,
              ),
            })
            for (const name of setting.surface.constants)
              if (isOwn(`constant ${name}`)) surface.give(name, this.load(`constant ${name}`, i), i)
          })
          const scaled = (node: number, i: number): Operand => {
            const result = surface.value(node, i)
            if (scale === 1) return result
            const local = v128()
            this.push(result)
            this.push(scale).simd('f64x2.mul').set(local)
            return local
          }
          let pairs: readonly Pair[] = loaded
          let stays: (Local | undefined)[] = []
          rows.forEach((row, turn) => {
            this.each((i) => {
              surface.give('x', pairs[i].w[0], i)
              surface.give('y', pairs[i].w[1], i)
            })
            surface.compute(
              evaluated.filter((node) => surfaceDiffers[node]),
              false,
            )
            const J = pairs.map((_, i) => scaled(value, i))
            stays = pairs.map((pair, i) =>
              this.record(i, pair, J[i], { fine, row, rowBefore, goal }, stays[i]),
            )
            const g = pairs.map((_, i) =>
              setting.batches === 'examples' ? [] : gradient.map((node) => scaled(node, i)),
            )
            const cost = batch(pairs, g, J, scale)
            if (setting.batches !== 'alike') cost.forEach((one, i) => this.store('batchCost', i, one))
            this.each((i) => {
              if (turn === 0) {
                this.giveParameters(i, read)
                kept.forEach((node, k) => {
                  if (read.has(node)) rule.put(node, this.load(`kept ${k}`, i), i)
                })
                if (setting.varied.has('alpha'))
                  rule.give('alpha', setting.steady ? this.load('alpha', i) : this.fed(feed, i), i)
              }
              rule.give('J', cost[i], i)
              for (const k of this.moving)
                if (isOwn(`power ${k}`)) rule.put(powers[k].before, this.load(`power ${k}`, i), i)
            })
            pairs = this.move(pairs, g, turn === rows.length - 1 ? loaded : undefined)
          })
          for (const k of this.moving)
            if (isOwn(`power ${k}`))
              this.each((i) => this.store(`power ${k}`, i, rule.value(powers[k].node, i)))
        },
        () => {
          const rowAt = (steps: number, row: Local): void => {
            body.get(this.pair).get(place)
            if (steps !== 0) {
              body.i32(16 * steps).do('i32.add')
              turned()
            }
            body.do('i32.add').set(row)
          }
          rows.forEach((row, turn) => rowAt(turn, row))
          rowAt(-1, rowBefore)
        },
      )
      for (const [k, local] of power) this.push(rule.value(powers[k].node)).set(local)
      body
        .get(place)
        .i32(16 * frame.stepsAtOnce)
        .do('i32.add')
      turned().set(place)
      body.get(t).get(to).do('f64.le').get(fine).simd('i64x2.all_true').do('i32.and').branchIf(0)
    })
    for (const [k, local] of power)
      body
        .get(this.at)
        .get(local)
        .lane('extract', 0)
        .access('f64.store', frame.at(`power ${k}`))
    body.get(t).get(t).do('f64.neg').get(fine).simd('i64x2.all_true').do('select')
  }

  /** Loads the parameters that differ between lanes and are read. */
  private giveParameters(instance: number, read: ReadonlySet<number>): void {
    const { setting, rule, program } = this
    for (const { name } of setting.rule.parameters)
      if (setting.varied.has(`parameter ${name}`) && read.has(inputNode(program.graph, name)))
        rule.give(name, this.load(`parameter ${name}`, instance), instance)
  }

  /** Computes the values of a step that all lanes share. */
  private beginStep(next: Local, perEpoch: Operand, feed: Local, power: ReadonlyMap<number, Local>): void {
    const { setting, program, body, rule } = this
    rule.give('t', next)
    if (program.graph.inputs.includes('epoch')) {
      const epoch = body.local('v128')
      body.get(next)
      this.push(1).simd('f64x2.sub')
      this.push(perEpoch).simd('f64x2.div', 'f64x2.floor').set(epoch)
      rule.give('epoch', epoch)
    }
    if (!setting.varied.has('alpha') && !setting.steady) {
      const alpha = body.local('v128')
      body.get(feed).vectorAccess('load64_splat', 0).set(alpha)
      body.get(feed).i32(8).do('i32.add').set(feed)
      rule.give('alpha', alpha)
    }
    for (const [k, local] of power) rule.put(program.powers[k].before, local)
    rule.compute(
      this.needed.filter((node) => program.levels[node] === 1 && !this.differs[node]),
      true,
    )
  }

  /** Loads α of a pair in this step. The rates of the pairs are adjacent. */
  private fed(feed: Local, instance: number): Local {
    const { body } = this
    const alpha = body.local('v128')
    const pair = this.firstOfPairs + instance
    body
      .get(feed)
      .vectorAccess('load', 16 * pair)
      .set(alpha)
    if (pair === pairsAtOnce - 1)
      body
        .get(feed)
        .i32(16 * pairsAtOnce)
        .do('i32.add')
        .set(feed)
    return alpha
  }

  /**
   * Writes J of a row, checks the row, and counts for how many rows J has been at most the target. `before` is the count of
   * the row before, read from memory if it is not given. Returns the new count.
   */
  private record(
    instance: number,
    { w }: Pair,
    J: Operand,
    { fine, row, rowBefore, goal }: Readonly<Record<'fine' | 'row' | 'rowBefore' | 'goal', Local>>,
    before: Local | undefined,
  ): Local | undefined {
    const { body, setting } = this
    const written = body.local('v128')
    const plain = setting.walled && setting.batches === 'alike'
    this.push(J)
    this.push(1e100).simd('f64x2.le')
    if (!setting.walled) {
      this.push(w[0])
      this.push(0).simd('f64x2.mul')
      this.push(w[1])
      this.push(0).simd('f64x2.mul', 'f64x2.add')
      this.push(J)
      this.push(0).simd('f64x2.mul', 'f64x2.add')
      this.push(0).simd('f64x2.eq', 'v128.and')
    }
    if (setting.batches !== 'alike') {
      const cost = this.load('batchCost', instance)
      this.push(cost)
      this.push(1e100).simd('f64x2.le', 'v128.and')
      this.push(cost)
      this.push(0).simd('f64x2.mul')
      this.push(0).simd('f64x2.eq', 'v128.and')
    }
    body.tee(written).get(fine).simd('v128.and').set(fine)
    body.get(row)
    this.push(J)
    // J of a bad row gets the bits of ~0, which is NaN.
    if (!plain) body.get(written).simd('v128.not', 'v128.or')
    body.vectorAccess('store', this.offset('J 0', instance))
    if (!setting.targeted) return undefined
    const [isBelow, count] = [body.local('v128'), body.local('v128')]
    this.push(J)
    // The comparison's result is −1 where it holds.
    body.get(goal).simd('f64x2.le').set(isBelow)
    body.get(row)
    if (before) body.get(before)
    else body.get(rowBefore).vectorAccess('load', this.offset('stay 0', instance))
    body.get(isBelow).simd('i64x2.sub').get(isBelow).simd('v128.and').tee(count)
    body.vectorAccess('store', this.offset('stay 0', instance))
    return count
  }

  /** Moves w and the memories, and stores those that are not as they were `loaded`. Returns the new numbers. */
  private move(
    pairs: readonly Pair[],
    g: readonly (readonly Operand[])[],
    loaded: readonly Pair[] | undefined,
  ): readonly Pair[] {
    const { program, rule, setting, needed, differs } = this
    const { levels, outputs } = program
    this.reduce(pairs, g)
    rule.compute(
      needed.filter((node) => levels[node] === 1 && differs[node]),
      false,
    )
    const names = setting.rule.memories.map(({ name }) => name)
    const moved = pairs.map(() => outputs.map((): Operand[] => []))
    // One component after the other. Each reads only its own w, dW and memories.
    for (const c of [0, 1] as const) {
      this.each((i) => {
        rule.give('w', pairs[i].w[c], i)
        rule.give('dW', g[i][c], i)
        names.forEach((name, k) => rule.give(name, pairs[i].memories[k][c], i))
      })
      rule.compute(
        needed.filter((node) => levels[node] === 2),
        false,
      )
      this.each((i) =>
        outputs.forEach((node, k) => {
          const result = rule.value(node, i)
          moved[i][k][c] = result
          if (!loaded) return
          const before = k === 0 ? loaded[i].w[c] : loaded[i].memories[k - 1][c]
          if (result !== before) this.store(k === 0 ? `w${c}` : `m${k - 1} ${c}`, i, result)
        }),
      )
    }
    return moved.map(([w, ...memories]) => ({
      w: [w[0], w[1]],
      memories: memories.map(([a, b]) => [a, b] as const),
    }))
  }

  /** Computes norm, sum and mean with the values at the start of the step. */
  private reduce(pairs: readonly Pair[], g: readonly (readonly Operand[])[]): void {
    const { program, body, rule, setting } = this
    for (const { kind, of, node } of program.reductions)
      this.each((i) => {
        const { w, memories } = pairs[i]
        const [a, b] =
          of === 'w'
            ? w
            : of === 'dW'
              ? g[i]
              : memories[setting.rule.memories.findIndex(({ name }) => name === of)]
        const result = body.local('v128')
        // Start from 0, like the interpreter: −0 becomes 0.
        this.push(0)
        this.push(a)
        if (kind === 'norm') this.push(a).simd('f64x2.mul')
        body.simd('f64x2.add')
        this.push(b)
        if (kind === 'norm') this.push(b).simd('f64x2.mul')
        body.simd('f64x2.add')
        if (kind === 'norm') body.simd('f64x2.sqrt')
        if (kind === 'mean') this.push(2).simd('f64x2.div')
        body.set(result)
        rule.put(node, result, i)
      })
  }

  /** Reads a step's batch. The returned function sets the gradients of the pairs and returns their costs. */
  private prepareBatch(
    data: Local,
  ): (pairs: readonly Pair[], g: Operand[][], J: readonly Operand[], scale: Operand) => readonly Operand[] {
    const { batches } = this.setting
    if (batches === 'tilted') return this.prepareTilt(data)
    if (batches === 'examples') return this.prepareExamples(data)
    return (_pairs, _g, J) => J
  }

  /** Reads two tilts at `data`. */
  private prepareTilt(data: Local): ReturnType<Sweep['prepareBatch']> {
    const { body } = this
    const tilts = [0, 8].map((offset) => {
      const local = body.local('v128')
      body.get(data).vectorAccess('load64_splat', offset).set(local)
      return local
    })
    body.get(data).i32(16).do('i32.add').set(data)
    return (pairs, g, J) =>
      pairs.map(({ w }, i) => {
        g[i] = g[i].map((slope, c) => {
          const tilted = body.local('v128')
          this.push(slope)
          this.push(tilts[c]).simd('f64x2.add').set(tilted)
          return tilted
        })
        const cost = body.local('v128')
        this.push(J[i])
        this.push(tilts[0])
        this.push(w[0]).simd('f64x2.mul')
        this.push(tilts[1])
        this.push(w[1]).simd('f64x2.mul', 'f64x2.add', 'f64x2.add').set(cost)
        return cost
      })
  }

  /** Reads the size of the batch at `data`, then x₀, x₁ and y of each example. */
  private prepareExamples(data: Local): ReturnType<Sweep['prepareBatch']> {
    const { body } = this
    const size = body.local('v128')
    const [first, end] = [body.local('i32'), body.local('i32')]
    body.get(data).vectorAccess('load64_splat', 0).set(size)
    body.get(data).i32(8).do('i32.add').tee(first)
    body
      .get(data)
      .access('f64.load', 0)
      .do('i32.trunc_f64_u')
      .i32(24)
      .do('i32.mul', 'i32.add')
      .tee(end)
      .set(data)
    return (pairs, g, _J, scale) => {
      const example = body.local('i32')
      const sums = pairs.map(() => [0, 1, 2].map(() => body.local('v128')))
      for (const sum of sums.flat()) this.push(0).set(sum)
      const columns = [0, 1, 2].map(() => body.local('v128'))
      const residual = body.local('v128')
      body.get(first).set(example)
      body.block('loop', () => {
        columns.forEach((column, k) =>
          body
            .get(example)
            .vectorAccess('load64_splat', 8 * k)
            .set(column),
        )
        pairs.forEach(({ w }, i) => {
          this.push(w[0])
          this.push(columns[0]).simd('f64x2.mul')
          this.push(w[1])
          this.push(columns[1]).simd('f64x2.mul', 'f64x2.add')
          this.push(columns[2]).simd('f64x2.sub').set(residual)
          ;[residual, columns[0], columns[1]].forEach((factor, k) =>
            body.get(sums[i][k]).get(residual).get(factor).simd('f64x2.mul', 'f64x2.add').set(sums[i][k]),
          )
        })
        body.get(example).i32(24).do('i32.add').tee(example).get(end).do('i32.lt_u').branchIf(0)
      })
      const scaled = (sum: Local): void => {
        body.get(sum)
        if (scale !== 1) this.push(scale).simd('f64x2.mul')
      }
      return pairs.map((_, i) => {
        g[i] = [1, 2].map((k) => {
          const slope = body.local('v128')
          scaled(sums[i][k])
          body.get(size).simd('f64x2.div').set(slope)
          return slope
        })
        const cost = body.local('v128')
        scaled(sums[i][0])
        this.push(2).get(size).simd('f64x2.mul', 'f64x2.div').set(cost)
        return cost
      })
    }
  }
}

/** Returns the node of an input, or −1. */
const inputNode = (graph: Graph, name: string): number =>
  graph.nodes.findIndex(({ operation, value }) => operation === 'input' && graph.inputs[value] === name)
