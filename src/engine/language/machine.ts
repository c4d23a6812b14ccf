// Runs a rule with the interpreter. The caller owns the state (w, dW and one array per memory), and a step updates it
// in place.

import { lowerRule, type RuleGraph } from './lower.ts'
import { Tape } from './tape.ts'
import type { Rule } from './tree.ts'

export interface RuleState {
  readonly w: Float64Array
  readonly dW: Float64Array
  readonly memories: readonly Float64Array[]
  /** βᵗ for each base that the rule raises to the power t, an array of length 1 each. 1 before the first step. */
  readonly powers: readonly Float64Array[]
}

/** A lowered rule. Any number of machines may share it. */
export interface Program extends RuleGraph {
  /** The nodes computed once per step, and those computed for every component. */
  readonly perStep: readonly number[]
  readonly perComponent: readonly number[]
}

const programs = new Map<string, Program>()
const kept = 64

export function programOfRule(rule: Rule): Program {
  const known = programs.get(rule.source)
  if (known) return known
  const lowered = lowerRule(rule)
  const { graph, levels, outputs, powers } = lowered
  const needed = graph.needed([...outputs, ...powers.map(({ node }) => node)])
  const program = {
    ...lowered,
    perStep: needed.filter((i) => levels[i] < 2),
    perComponent: needed.filter((i) => levels[i] === 2),
  }
  programs.set(rule.source, program)
  if (programs.size > kept) programs.delete(programs.keys().next().value!)
  return program
}

/**
 * Runs the per-component part of a step. `values` are the results of all nodes, `arrays` are w, dW and the memories.
 */
export type Each = (values: Float64Array, arrays: readonly Float64Array[]) => void

export class Machine {
  readonly program: Program
  readonly state: RuleState
  private readonly step_: Tape
  private readonly component: Tape
  private readonly inputAt: ReadonlyMap<string, number>
  private readonly arrays: readonly Float64Array[]
  private readonly each: Each | undefined
  private whole: readonly Float64Array[]

  /** `parameters`: slider values by name. Missing ones have the rule's default. `each` replaces the tape. */
  constructor(
    program: Program,
    state: RuleState,
    parameters: Readonly<Record<string, number>> = {},
    each?: Each,
  ) {
    this.program = program
    this.state = state
    this.each = each
    this.whole = this.arrays = [state.w, state.dW, ...state.memories]
    const { graph, rule, perStep, perComponent } = program
    const values = new Float64Array(graph.nodes.length)
    this.step_ = new Tape(graph, [], perStep, values)
    this.component = new Tape(graph, program.outputs, perComponent, values)
    this.inputAt = new Map(graph.inputs.map((name, i) => [name, i]))
    for (const { name, value } of rule.parameters)
      this.set(name, Object.hasOwn(parameters, name) ? parameters[name] : value)
    this.set('n', state.w.length)
  }

  /** Makes norm, sum and mean read other arrays than those being moved: w, dW, the memories. */
  reduceOver(arrays: readonly Float64Array[]): void {
    this.whole = arrays
  }

  private set(name: string, value: number): void {
    const at = this.inputAt.get(name)
    if (at !== undefined) this.component.set(at, value)
  }

  /** Runs update t (from 1) in epoch `epoch` (from 0) at rate α, with this batch's cost J. */
  step(alpha: number, t: number, epoch: number, J: number): void {
    const { program, state, component } = this
    const { w, dW, memories, powers } = state
    const { rule, outputs } = program
    this.set('alpha', alpha)
    this.set('t', t)
    this.set('epoch', epoch)
    this.set('J', J)
    for (let k = 0; k < powers.length; k++) this.set(`power ${k}`, powers[k][0])
    for (const { kind, of, node } of program.reductions) {
      const k = of === 'w' ? 0 : of === 'dW' ? 1 : 2 + rule.memories.findIndex(({ name }) => name === of)
      component.values[node] = reduced(kind, this.whole[k])
    }
    this.step_.run()
    const { values } = component
    program.powers.forEach(({ node }, k) => (powers[k][0] = values[node]))
    if (this.each) return this.each(values, this.arrays)
    const atW = this.inputAt.get('w') ?? -1
    const atGradient = this.inputAt.get('dW') ?? -1
    for (let i = 0; i < w.length; i++) {
      if (atW >= 0) component.set(atW, w[i])
      if (atGradient >= 0) component.set(atGradient, dW[i])
      for (let k = 0; k < memories.length; k++) this.set(rule.memories[k].name, memories[k][i])
      component.run()
      w[i] = values[outputs[0]]
      for (let k = 0; k < memories.length; k++) memories[k][i] = values[outputs[k + 1]]
    }
  }

  /** Returns the value of each assignment in the last component of the last step, for the live formula. */
  results(): number[] {
    return this.program.assigned.map((node) => this.component.values[node])
  }
}

function reduced(kind: 'norm' | 'sum' | 'mean', array: Float64Array): number {
  let sum = 0
  if (kind === 'norm') {
    for (let i = 0; i < array.length; i++) sum += array[i] * array[i]
    return Math.sqrt(sum)
  }
  for (let i = 0; i < array.length; i++) sum += array[i]
  return kind === 'sum' ? sum : sum / array.length
}
